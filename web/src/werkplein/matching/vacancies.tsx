import { Link } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { criterion } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { idPath } from '../parts/client-link.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Opening } from '../parts/opening.tsx';
import { useSending } from '../parts/sending.ts';
import type { FittingVacancyFragment } from './matching.werkplein.generated.ts';
import { ProposeCandidateDocument } from './propose.generated.ts';

const { matching: words } = werkpleinTexts;

const listed = (codes: readonly string[]): string => new Intl.ListFormat('nl').format(codes.map((code) => named(criterion, code)));

/** Why a vacancy fits, in words. */
const Reasons = ({ match: { fits, misses, unknown } }: { match: FittingVacancyFragment }) => (
  <ul className="reasons">
    {fits.length > 0 && <li>{words.fits(listed(fits))}</li>}
    {misses.length > 0 && <li>{words.misses(listed(misses))}</li>}
    {unknown.length > 0 && <li>{words.unknown(listed(unknown))}</li>}
  </ul>
);

const Propose = ({ candidateId, match, close }: { candidateId: string; match: FittingVacancyFragment; close: () => void }) => {
  const { vacancy } = match;
  const sending = useSending(useCommand(ProposeCandidateDocument), 'CandidateProposed', words.proposed(vacancy.title), close);
  return (
    <CommandForm sending={sending} submit={words.propose} onCancel={close} onSubmit={() => void sending.send({ candidateId, vacancyId: vacancy.id })}>
      <p className="form-text">{words.proposeExplain}</p>
    </CommandForm>
  );
};

/** Vacancies that fit one candidate, best first. */
export const FittingVacancies = ({ candidateId, matches }: { candidateId: string; matches: readonly FittingVacancyFragment[] }) =>
  matches.length === 0 ? (
    <p className="empty">{words.none}</p>
  ) : (
    <ul className="plain-list">
      {matches.map((match) => {
        const { vacancy, score, distanceKm } = match;
        return (
          <li key={vacancy.id} className="waiting-item waiting-order">
            <div>
              <p className="waiting-line">
                <strong>{vacancy.title}</strong>
                {vacancy.employer && <Link to={`/werkgevers/${idPath(vacancy.employer.id)}`}>{vacancy.employer.name}</Link>}
                <span className="small">
                  {words.score(score)}
                  {distanceKm !== null && `, ${words.distance(distanceKm)}`}
                  {vacancy.closesOn !== null && `, ${words.closes(dayText(vacancy.closesOn))}`}
                </span>
              </p>
              <Reasons match={match} />
            </div>
            <Opening label={words.propose} of={words.proposeFor(vacancy.title, vacancy.employer?.name ?? texts.common.unknown)}>
              {(close) => <Propose candidateId={candidateId} match={match} close={close} />}
            </Opening>
          </li>
        );
      })}
    </ul>
  );
