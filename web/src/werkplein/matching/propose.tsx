import { useCommand } from '../../graph/command.ts';
import { criterion } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { waitingWords } from '../../texts/werkplein-waiting.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { useSending } from '../parts/sending.ts';
import { ProposeCandidateDocument } from './propose.generated.ts';

const { matching: words } = waitingWords;

const listed = (codes: readonly string[]): string => new Intl.ListFormat('nl').format(codes.map((code) => named(criterion, code)));

interface Match {
  fits: readonly string[];
  misses: readonly string[];
  unknown: readonly string[];
}

/** Why a vacancy and a candidate fit, in words. */
export const Reasons = ({ match: { fits, misses, unknown } }: { match: Match }) => (
  <ul className="reasons">
    {fits.length > 0 && <li>{misses.length + unknown.length === 0 ? words.fitsAll : words.fits(listed(fits))}</li>}
    {misses.length > 0 && <li>{words.misses(listed(misses))}</li>}
    {unknown.length > 0 && <li>{words.unknown(listed(unknown))}</li>}
  </ul>
);

interface ProposeProps {
  candidateId: string;
  vacancy: { id: string; title: string };
  /** What comes of it. */
  explain: string;
  close: () => void;
}

/** Proposes a candidate for a vacancy. */
export const Propose = ({ candidateId, vacancy, explain, close }: ProposeProps) => {
  const sending = useSending(useCommand(ProposeCandidateDocument), 'CandidateProposed', words.proposed(vacancy.title), close);
  return (
    <CommandForm sending={sending} submit={words.propose} onCancel={close} onSubmit={() => void sending.send({ candidateId, vacancyId: vacancy.id })}>
      <p className="form-text">{explain}</p>
    </CommandForm>
  );
};
