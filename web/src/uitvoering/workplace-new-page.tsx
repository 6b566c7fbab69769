import './uitvoering.css';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { workplaces } from '../texts/workplaces.ts';
import { CommandForm } from './command-form.tsx';
import { type InGroup, WorkplaceFields, workplaceInput, workplaceValues } from './workplace-fields.tsx';
import { SaveWorkplaceDocument, type WorkplaceKind } from './workplaces.generated.ts';

const groupIn = (params: URLSearchParams): InGroup | null => {
  const [id, name, kind] = ['groep', 'naam', 'soort'].map((part) => params.get(part));
  return id == null || (kind !== 'GREEN' && kind !== 'ON_LOCATION') ? null : { id, name: name ?? '', kind: kind as WorkplaceKind };
};

/** A new place to work, of its own or of a group. */
export const WorkplaceNewPage = () => {
  const navigate = useNavigate();
  const group = groupIn(useSearchParams()[0]);
  return (
    <Page title={workplaces.add}>
      <section className="panel">
        <CommandForm
          document={SaveWorkplaceDocument}
          initial={workplaceValues(null, group)}
          draft={`werkplek-nieuw-${group?.id ?? ''}`}
          input={(values) => workplaceInput(values, group)}
          required={group === null ? ['kind', 'municipality'] : ['municipality']}
          submit={workplaces.add}
          done={workplaces.added}
          onDone={({ workplace }) => void navigate(workplace ? `/werkplekken/${workplace.id}` : '/werkplekken', { replace: true })}
          onCancel={() => void navigate(-1)}
        >
          {(form) => <WorkplaceFields form={form} group={group} />}
        </CommandForm>
      </section>
    </Page>
  );
};
