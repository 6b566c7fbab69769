import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayText } from '../../ui/dates.ts';
import { idPath } from '../parts/client-link.tsx';
import { Opening } from '../parts/opening.tsx';
import type { FittingVacancyFragment } from './matching.werkplein.generated.ts';
import { Propose, Reasons } from './propose.tsx';

const { matching: words } = werkpleinTexts;

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
              {(close) => <Propose candidateId={candidateId} vacancy={vacancy} explain={words.proposeExplain} close={close} />}
            </Opening>
          </li>
        );
      })}
    </ul>
  );
