import { Paragraph } from '@amsterdam/design-system-react';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { disclosurePart, disclosurePurpose } from '../../texts/werkplein-law.ts';
import { addDays, dayOf } from '../../ui/dates.ts';
import { CheckListField, LongTextField, RadioField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import type { Disclosure } from './sharing.tsx';
import {
  ChangeDisclosureDocument,
  ShareWithNuoDocument,
  type ShareWithNuoMutationVariables,
  WithdrawDisclosureDocument,
} from './sharing.werkplein.generated.ts';

const { sharing: words } = werkpleinTexts;
type Input = ShareWithNuoMutationVariables['input'];

const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const partChoices = Object.entries(disclosurePart).map(([value, label]) => ({
  value,
  label: `${label}: ${words.partText[value as keyof typeof words.partText]}`,
}));

const HALF_YEAR_DAYS = 182;
const DEFAULT_PURPOSE = 'BEMIDDELING';

interface SharingFormProps {
  clientId: string;
  /** Longest time, by the terms of the Werkplein. */
  months: number | null;
  close: () => void;
}

/** Shows the NUO parts of a client, for a purpose, until a day. */
export const ShareForm = ({ clientId, months, close }: SharingFormProps) => {
  const form = useForm(
    { parts: ['NAME', 'KLANTREGISSEUR', 'DOELGROEP'] as readonly string[], purpose: DEFAULT_PURPOSE, until: addDays(dayOf(), HALF_YEAR_DAYS), note: '' },
    `delen:${clientId}`,
  );
  const sending = useSending(useWerkpleinCommand(ShareWithNuoDocument), 'DisclosureSaved', words.shared, () => {
    form.reset();
    close();
  });
  const { parts, purpose, until, note } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.shareNow}
      onCancel={close}
      onSubmit={() =>
        void sending.send({ clientId, parts: parts as Input['parts'], purpose: purpose as Input['purpose'], until, note: note === '' ? null : note })
      }
    >
      <CheckListField form={form} name="parts" label={words.parts} choices={partChoices} />
      <RadioField form={form} name="purpose" label={words.purpose} choices={choicesOf(disclosurePurpose)} />
      <TextField form={form} name="until" type="date" label={words.until} hint={months === null ? words.untilHint : words.untilWithin(months)} />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};

/** Shows more or less, longer or shorter; what was shown before stays on record. */
export const ChangeForm = ({ clientId, current, months, close }: SharingFormProps & { current: Disclosure }) => {
  const form = useForm({ parts: current.parts, until: current.validUntil, note: current.note ?? '' });
  const sending = useSending(useWerkpleinCommand(ChangeDisclosureDocument), 'DisclosureSaved', words.changed, close);
  const { parts, until, note } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.changeNow}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          expectedVersion: current.version,
          // What stays as it was is not sent: a day that was right then need not be right now.
          ...(parts.toSorted().join() !== current.parts.toSorted().join() && { parts }),
          ...(until !== current.validUntil && { until }),
          ...(note !== (current.note ?? '') && { note }),
        })
      }
    >
      <CheckListField form={form} name="parts" label={words.parts} choices={partChoices} />
      <TextField form={form} name="until" type="date" label={words.until} hint={months === null ? words.untilHint : words.untilWithin(months)} />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};

export const WithdrawForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const sending = useSending(useWerkpleinCommand(WithdrawDisclosureDocument), 'DisclosureWithdrawn', words.withdrawn, close);
  return (
    <CommandForm sending={sending} submit={words.withdrawNow} onCancel={close} onSubmit={() => void sending.send({ clientId })}>
      <Paragraph>{words.withdrawExplain}</Paragraph>
    </CommandForm>
  );
};
