import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { useForm } from '../../ui/use-form.ts';
import { chosenColleague, ColleagueField, noColleague } from '../parts/colleagues.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Opening } from '../parts/opening.tsx';
import { useSending } from '../parts/sending.ts';
import type { ClientHead } from './client.tsx';
import { ReopenClientDocument } from './steps.werkplein.generated.ts';

const { step: words } = werkpleinTexts;

const ReopenForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const form = useForm(noColleague);
  const sending = useSending(useWerkpleinCommand(ReopenClientDocument), 'ClientReopened', words.reopened, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.reopen}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, klantregisseur: chosenColleague(form.values) })}
    >
      <p className="form-text">{words.reopenExplain}</p>
      <ColleagueField form={form} label={words.reopenBy} />
    </CommandForm>
  );
};

/** A client who was served before and comes back gets a new dossier. */
export const Reopen = ({ client: { id } }: { client: ClientHead }) => (
  <div className="openings">
    <Opening label={words.reopen}>{(close) => <ReopenForm clientId={id} close={close} />}</Opening>
  </div>
);
