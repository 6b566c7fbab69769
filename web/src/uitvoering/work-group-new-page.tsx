import './uitvoering.css';
import { useNavigate } from 'react-router';
import { Page } from '../app/page.tsx';
import { workplaces } from '../texts/workplaces.ts';
import { CommandForm } from './command-form.tsx';
import { GroupFields, groupInput, groupValues } from './work-group-fields.tsx';
import { addToGroupPath } from './workplace-steps.tsx';
import { SaveWorkGroupDocument } from './workplaces.generated.ts';

/** A new group; its first workplace comes after it. */
export const WorkGroupNewPage = () => {
  const navigate = useNavigate();
  return (
    <Page title={workplaces.addGroup}>
      <section className="panel">
        <CommandForm
          document={SaveWorkGroupDocument}
          initial={groupValues(null)}
          draft="groep-nieuw"
          input={groupInput}
          required={['kind']}
          submit={workplaces.addGroup}
          done={workplaces.groupAdded}
          onDone={({ group }) => void navigate(group ? addToGroupPath(group) : '/werkplekken', { replace: true })}
          onCancel={() => void navigate(-1)}
        >
          {(form) => <GroupFields form={form} />}
        </CommandForm>
      </section>
    </Page>
  );
};
