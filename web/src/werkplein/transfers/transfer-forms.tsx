import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { chosenColleague, ColleagueField, noColleague } from '../parts/colleagues.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import { AcceptTransferDocument, RefuseTransferDocument, type TransferFactsFragment, WithdrawTransferDocument } from './transfers.werkplein.generated.ts';

const { transfer: words } = werkpleinTexts;

interface TransferFormProps {
  transfer: TransferFactsFragment;
  close: () => void;
}

export const AcceptForm = ({ transfer: { id, version }, close }: TransferFormProps) => {
  const form = useForm(noColleague);
  const sending = useSending(useWerkpleinCommand(AcceptTransferDocument), 'TransferAccepted', words.accepted, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.accept}
      onCancel={close}
      onSubmit={() => void sending.send({ transferId: id, expectedVersion: version, klantregisseur: chosenColleague(form.values) })}
    >
      <p className="form-text">{words.acceptExplain}</p>
      <ColleagueField form={form} label={words.newKlantregisseur} />
    </CommandForm>
  );
};

/** Whoever gets an offer refuses it; whoever made it takes it back. The other Werkplein reads why. */
export const EndForm = ({ transfer: { id, version, direction }, close }: TransferFormProps) => {
  const form = useForm({ reason: '' });
  const incoming = direction === 'IN';
  const refuse = useSending(useWerkpleinCommand(RefuseTransferDocument), 'TransferEnded', words.refused, close);
  const withdraw = useSending(useWerkpleinCommand(WithdrawTransferDocument), 'TransferEnded', words.withdrawn, close);
  const sending = incoming ? refuse : withdraw;
  return (
    <CommandForm
      sending={sending}
      submit={incoming ? words.refuse : words.withdraw}
      onCancel={close}
      onSubmit={() => void sending.send({ transferId: id, expectedVersion: version, reason: form.values.reason })}
    >
      <LongTextField form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={2} />
    </CommandForm>
  );
};
