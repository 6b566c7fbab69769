import { Alert, Button, Paragraph } from '@amsterdam/design-system-react';
import { useNavigate } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import { employerPath, recordPath } from '../shared/paths.ts';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { ContactFields } from './contact-fields.tsx';
import { type ContactValues, factsOf, problemOf } from './contact-values.ts';
import { useRecord } from './use-record.ts';

const { contact, unsent, register, employer: employerWords } = desk;

interface Props {
  employerId: string;
  /** Undefined when there is no connection and it was not asked before. */
  employerName: string | undefined;
  people: readonly { id: string; name: string; jobTitle: string | null; active: boolean; doNotContact: boolean }[];
  plan: PlanCardFragment | null;
  /** Request that is being changed, of those that wait to be sent. */
  kept: string | undefined;
  initial: ContactValues;
}

/** What a contact was. It is kept as it is typed, and sent when there is a connection. */
export const ContactForm = ({ employerId, employerName, people, plan, kept, initial }: Props) => {
  const form = useForm(initial, kept === undefined ? `contact:${employerId}:${plan?.id ?? ''}` : `wacht:${kept}`);
  const { record, busy, problem, setProblem } = useRecord();
  const navigate = useNavigate();
  const { values } = form;

  const submit = async (): Promise<void> => {
    const wrong = problemOf(values);
    setProblem(wrong);
    if (wrong) return;
    const label = unsent.label(employerName ?? texts.common.unknown, values.subject);
    const own = plan ? { contactPlanId: plan.id, expectedVersion: plan.version } : { employerId };
    const item = { command: plan ? 'CarryOutContactPlan' : 'RecordContact', input: { ...own, ...factsOf(values) }, label };
    const base = recordPath(employerId, plan?.id);
    const pathOf = (requestId: string): string => `${base}${base.includes('?') ? '&' : '?'}wacht=${requestId}`;
    if (!(await record(item, pathOf, kept))) return;
    form.reset();
    await navigate(employerPath(employerId));
  };

  const persons = people
    .filter(({ active, id }) => active || id === values.contactPersonId)
    .map(({ id, name, jobTitle, doNotContact }) => ({
      value: id,
      label: [name, jobTitle, doNotContact ? employerWords.doNotContact : null].filter(Boolean).join(', '),
    }));
  return (
    <section className="panel desk-phone" aria-label={contact.titleUnknown}>
      {form.restored && (
        <Alert className="stacked" heading={contact.draft} headingLevel={2} severity="success" role="status">
          <Paragraph>
            <Button variant="secondary" onClick={form.reset}>
              {register.clear}
            </Button>
          </Paragraph>
        </Alert>
      )}
      {plan && <p className="stacked">{contact.fromPlan}</p>}
      <Form problem={problem} busy={busy} submit={contact.submit} onSubmit={() => void submit()} onCancel={() => void navigate(employerPath(employerId))}>
        <ContactFields form={form} persons={persons} />
      </Form>
    </section>
  );
};
