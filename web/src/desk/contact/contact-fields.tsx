import { desk } from '../../texts/desk.ts';
import { CheckField, type Choice, LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { choicesOf } from '../shared/say.ts';
import type { ContactValues } from './contact-values.ts';

const { contact, plan: planWords, words } = desk;

/** What a contact was. */
export const ContactFields = ({ form, persons }: { form: FormState<ContactValues>; persons: readonly Choice[] }) => (
  <>
    <TextField form={form} name="subject" label={contact.subject} hint={contact.subjectHint} />
    <LongTextField form={form} name="report" label={contact.report} hint={contact.reportHint} rows={6} optional />
    <SelectField form={form} name="contactPersonId" label={planWords.person} empty={planWords.noPerson} choices={persons} optional />
    <SelectField form={form} name="channel" label={planWords.channel} choices={choicesOf(words.channel)} />
    <TextField form={form} name="occurredAt" type="datetime-local" label={contact.at} />
    <RadioField form={form} name="direction" label={contact.direction} choices={choicesOf(words.direction)} />
    <RadioField form={form} name="steering" label={contact.steering} choices={choicesOf(words.steering)} />
    <CheckField form={form} name="notReached" label={contact.succeeded} />
  </>
);
