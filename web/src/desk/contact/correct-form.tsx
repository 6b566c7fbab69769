import { useMe } from '../../app/me.tsx';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { TimelineItemFragment } from '../employer/timeline.generated.ts';
import { ContactFields } from './contact-fields.tsx';
import { factsOf, valuesOf } from './contact-values.ts';
import { CorrectContactDocument } from './correct.generated.ts';

const { contact: words } = desk;

type Moment = NonNullable<TimelineItemFragment['contactMoment']>;

/** Says what a recorded contact should have been; what stood there is kept. */
export const CorrectForm = ({ moment, onClose }: { moment: Moment; onClose: () => void }) => {
  const me = useMe();
  const { contactPerson, participants } = moment;
  const form = useForm(valuesOf({ ...moment, contactPersonId: contactPerson?.id ?? null }));
  const { send, busy, problem } = useCommand(CorrectContactDocument);
  const submit = async (): Promise<void> => {
    const others = participants
      .filter(({ id, organisation }) => id !== me.id || organisation.code !== me.organisation.code)
      .map(({ id, name, organisation }) => ({ employeeId: id, name, organisation: organisation.code }));
    const result = await send({ contactMomentId: moment.id, others, ...factsOf(form.values) });
    if (!result) return;
    notify(result.__typename === 'ContactMomentCorrected' ? words.corrected : words.correctedElse);
    if (result.__typename === 'ContactMomentCorrected') for (const warning of result.warnings) notify(words.warning(warning));
    onClose();
  };
  return (
    <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={onClose}>
      <ContactFields form={form} persons={contactPerson ? [{ value: contactPerson.id, label: contactPerson.name }] : []} />
    </Form>
  );
};
