import '../desk.css';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { Answer } from '../../ui/states.tsx';
import { employerPath } from '../shared/paths.ts';
import { ContactTargetsDocument } from './may-approach.generated.ts';
import { PlanForm } from './plan-form.tsx';

const { plan: words } = desk;

/** Plans a contact: what may be done is said while one chooses, and decided when it is sent. */
export const PlanContact = () => {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const asked = useAsk(ContactTargetsDocument, { variables: { id } });
  const name = asked.data?.employer?.name;
  return (
    <Page title={name === undefined ? words.title : words.with(name)}>
      <Answer asked={asked}>{({ employer }) => employer && <PlanForm employer={employer} onDone={() => void navigate(employerPath(id))} />}</Answer>
    </Page>
  );
};
