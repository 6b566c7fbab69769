import { useAsk } from '../../graph/ask.ts';
import { useAfter } from '../../ui/pager.tsx';
import { Answer } from '../../ui/states.tsx';
import { AFTER } from './after.ts';
import { Performance } from './performance.tsx';
import { Placements } from './placements.tsx';
import { Proposals } from './proposals.tsx';
import { Vacancies } from './vacancies.tsx';
import { EmployerWorkDocument } from './work.generated.ts';

/** What an employer asks, who is proposed, who works there and what came of it. */
export const Work = ({ id, counts, active }: { id: string; counts: readonly { municipality: string; count: number }[]; active: number | null }) => {
  const variables = {
    id,
    vacanciesAfter: useAfter(AFTER.vacancies),
    proposalsAfter: useAfter(AFTER.proposals),
    placementsAfter: useAfter(AFTER.placements),
  };
  return (
    <Answer asked={useAsk(EmployerWorkDocument, { variables })}>
      {({ employer }) =>
        employer && (
          <>
            {employer.vacancies && <Vacancies employerId={id} list={employer.vacancies} />}
            <Proposals employerId={id} list={employer.proposals} counts={counts} />
            {employer.placements && <Placements list={employer.placements} active={active} />}
            {employer.performance && <Performance years={employer.performance} />}
          </>
        )
      }
    </Answer>
  );
};
