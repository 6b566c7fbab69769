import { useAsk } from '../../graph/ask.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { desk } from '../../texts/desk.ts';
import { Few } from '../../ui/few.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { Propose, Reasons } from '../../werkplein/matching/propose.tsx';
import { Opening } from '../../werkplein/parts/opening.tsx';
import { Panel } from '../shared/panel.tsx';
import { CandidatesForVacancyDocument, type CandidatesForVacancyQuery } from './candidates.generated.ts';
import '../../werkplein/werkplein.css';

const { candidates: words } = desk;

/** Of each Werkplein; more than these nobody reads before they propose one. */
const BEST = 5;

type Found = NonNullable<CandidatesForVacancyQuery['vacancy']>;

/** Best first, whichever Werkplein has them; each list stands under the name of its Werkplein in the graph. */
const inOrder = (vacancy: Found) =>
  municipalities
    .flatMap(({ field, name }) => (vacancy[field as keyof Found] as Found['almelo'] | undefined)?.map((match) => ({ ...match, place: name })) ?? [])
    .toSorted((a, b) => b.score - a.score);

/** Who fits an open vacancy, of all Werkpleinen together; who they are only where the reader may know. */
export const Candidates = ({ vacancy }: { vacancy: { id: string; title: string } }) => {
  const asked = useAsk(CandidatesForVacancyDocument, { variables: { id: vacancy.id, first: BEST } });
  return (
    <Panel title={words.title}>
      <Answer asked={asked}>
        {({ vacancy: found }) => {
          const matches = found ? inOrder(found) : [];
          return matches.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <>
              <p className="small">{words.intro}</p>
              <Few count={matches.length} few={5}>
                <ol className="plain-list">
                  {matches.map((match, index) => {
                    const { candidate, score, distanceKm, place } = match;
                    const name = candidate.client?.displayName ?? words.unnamed(index + 1);
                    return (
                      <li key={candidate.id} className="waiting-item">
                        <p className="waiting-line">
                          <strong>{name}</strong>
                          <span className="small">{words.of(place, score, distanceKm)}</span>
                        </p>
                        {candidate.occupations && candidate.occupations.length > 0 && (
                          <p className="small">{words.looksFor(candidate.occupations.map(({ text }) => text).join(', '))}</p>
                        )}
                        <Reasons match={match} />
                        <Opening label={words.propose(name)} variant="tertiary">
                          {(close) => <Propose candidateId={candidate.id} vacancy={vacancy} explain={words.explain} close={close} />}
                        </Opening>
                      </li>
                    );
                  })}
                </ol>
              </Few>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
