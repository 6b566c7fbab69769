import { useMe } from '../../app/me.tsx';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import { OfferTransferDocument } from './transfers.werkplein.generated.ts';

const { transfer: words } = werkpleinTexts;

/** Offers a client who moves to another Werkplein of the graph. */
export const OfferTransfer = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const { organisation } = useMe();
  const form = useForm({ to: '', cutoverOn: '', note: '' }, `verhuizing:${clientId}`);
  const sending = useSending(useWerkpleinCommand(OfferTransferDocument), 'TransferOffered', words.offered, () => {
    form.reset();
    close();
  });
  const { to, cutoverOn, note } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.offer}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, to, cutoverOn, note: note === '' ? null : note })}
    >
      <p className="form-text">{words.offerExplain}</p>
      <SelectField
        form={form}
        name="to"
        label={words.to}
        choices={municipalities.filter(({ code }) => code !== organisation.code).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField form={form} name="cutoverOn" type="date" label={words.cutoverOn} hint={words.cutoverHint} />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};
