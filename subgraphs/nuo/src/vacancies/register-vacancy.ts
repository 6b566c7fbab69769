import { type RequestContext, runCommand } from '@werkplein/kernel';
import { unknownEmployer } from '../employers/add-branch.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { atBranch, checkVacancy } from './check-vacancy.ts';
import { Vacancy } from './vacancy.entity.ts';
import { probablySame } from './vacancy.rules.ts';
import { runningVacancies } from './vacancy.store.ts';
import type { RegisterVacancyInput, VacancyProbablyKnown, VacancyRegistered } from './vacancy.types.ts';

type Answer = VacancyRegistered | VacancyProbablyKnown;

/** A vacancy that another organisation may have entered a minute ago: the employer's lock lets the second see the first. */
export const registerVacancy = async (ctx: RequestContext, input: RegisterVacancyInput): Promise<Answer> => {
  const facts = checkVacancy(ctx, input);
  return runCommand<Answer>(ctx, 'VacancyRegister', input, async (tx) => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    const vacancy: Vacancy = {
      ...(await atBranch(tx, employer.id, facts)),
      id: ctx.newId(),
      employerAliasId: employer.id,
      status: input.concept ? 'CONCEPT' : 'OPEN',
      filled: 0,
      filledOn: null,
      organisation: ctx.principal.organisation,
      registeredAt: ctx.clock(),
      version: 1,
    };
    const known = input.confirm ? [] : (await runningVacancies(tx, employer.id)).filter((each) => probablySame(each, vacancy));
    if (known.length > 0) {
      const vacancyIds = known.map(({ id }) => id);
      return { answer: { __typename: 'VacancyProbablyKnown', vacancyIds }, subjectIds: [employer.id, ...vacancyIds] };
    }
    await tx.em.insert(Vacancy, vacancy);
    await publish(tx, ctx, 'VacancyRegistered', vacancy.id, employer.id);
    return { answer: { __typename: 'VacancyRegistered', vacancyId: vacancy.id }, subjectIds: [employer.id, vacancy.id] };
  });
};
