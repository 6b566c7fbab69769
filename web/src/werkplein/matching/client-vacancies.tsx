import { useAskWerkplein } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { visibility } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Answer } from '../../ui/states.tsx';
import { isOpen, useClient } from '../client/client.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { VacanciesForClientDocument, type VacanciesForClientQuery } from './matching.werkplein.generated.ts';
import { ProfileForm, WithdrawForm } from './profile.tsx';
import { FittingVacancies } from './vacancies.tsx';

const { matching: words } = werkpleinTexts;

type Client = NonNullable<VacanciesForClientQuery['client']>;
export type Candidate = NonNullable<Extract<Client, { candidate: unknown }>['candidate']>;

const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? texts.common.yes : texts.common.no);

const Profile = ({ candidate }: { candidate: Candidate }) => (
  <Facts
    facts={[
      [words.occupations, (candidate.occupations ?? []).map(({ text }) => text).join(', ') || null],
      [words.hours, candidate.hoursMin === null && candidate.hoursMax === null ? null : words.hoursText(candidate.hoursMin, candidate.hoursMax)],
      [words.availableFrom, candidate.availableFrom === null ? words.atOnce : dayText(candidate.availableFrom)],
      [words.travel, candidate.maxTravelKm === null ? null : words.kilometres(candidate.maxTravelKm)],
      [words.licences, candidate.drivingLicences === null ? null : candidate.drivingLicences.join(', ') || texts.common.none],
      [words.level, candidate.workingLevel === null ? null : String(candidate.workingLevel)],
      [words.adaptation, yesNo(candidate.needsAdaptation)],
      [words.guidance, yesNo(candidate.needsGuidance)],
      [words.visibility, named(visibility, candidate.visibility)],
    ]}
  />
);

/** What this client offers, and the vacancies that fit. */
export const ClientVacanciesPart = () => {
  const client = useClient();
  const asked = useAskWerkplein(VacanciesForClientDocument, { variables: { client: client.id } });
  return (
    <Answer asked={asked}>
      {(data) => {
        const candidate = data.client && 'candidate' in data.client ? data.client.candidate : null;
        return (
          <>
            <Panel title={words.profile} id="profiel">
              {candidate ? <Profile candidate={candidate} /> : <p className="lead">{words.noProfileYet}</p>}
              {isOpen(client) && (
                <div className="openings">
                  <Opening label={candidate ? words.changeProfile : words.makeProfile}>
                    {(close) => <ProfileForm clientId={client.id} candidate={candidate} close={close} />}
                  </Opening>
                  {candidate && (
                    <Opening label={words.withdraw} variant="tertiary">
                      {(close) => <WithdrawForm clientId={client.id} close={close} />}
                    </Opening>
                  )}
                </div>
              )}
            </Panel>
            {candidate && (
              <Panel title={words.fitting} id="passend">
                <FittingVacancies candidateId={candidate.id} matches={candidate.supply?.fittingVacancies ?? []} />
              </Panel>
            )}
          </>
        );
      }}
    </Answer>
  );
};
