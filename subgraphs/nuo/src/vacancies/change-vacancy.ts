import { badInput, localDay, type RequestContext, runCommand } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { atBranch, checkVacancy } from './check-vacancy.ts';
import { Vacancy } from './vacancy.entity.ts';
import { statusOn, type StoredVacancyStatus, vacancyTransitions } from './vacancy.rules.ts';
import { lockVacancy } from './vacancy.store.ts';
import type {
  ChangeVacancyInput,
  ChangeVacancyStatusInput,
  VacancyChanged,
  VacancyStatusEnum,
  VacancyTransitionRefused,
  VacancyVersionConflict,
} from './vacancy.types.ts';

type Answer = VacancyChanged | VacancyVersionConflict | VacancyTransitionRefused;

export const unknownVacancy = () => badInput([{ path: ['input', 'vacancyId'], message: 'Deze vacature bestaat niet.' }]);

export const changeVacancy = async (ctx: RequestContext, input: ChangeVacancyInput): Promise<Answer> => {
  const facts = checkVacancy(ctx, input);
  return runCommand<Answer>(ctx, 'VacancyChange', input, async (tx) => {
    const locked = await lockVacancy(tx, input.vacancyId);
    if (!locked) throw unknownVacancy();
    const { vacancy, employerId } = locked;
    const vacancyId = vacancy.id;
    const subjectIds = [employerId, vacancyId];
    if (vacancy.version !== input.expectedVersion) return { answer: { __typename: 'VacancyVersionConflict', vacancyId }, subjectIds };
    if (vacancy.status === 'FILLED' || vacancy.status === 'WITHDRAWN') {
      const from = vacancy.status as VacancyStatusEnum;
      return { answer: { __typename: 'VacancyTransitionRefused', vacancyId, from, allowed: [] }, subjectIds };
    }
    if (facts.places < vacancy.filled) throw badInput([{ path: ['input', 'places'], message: `Er zijn al ${vacancy.filled} plaatsen vervuld.` }]);
    const status: StoredVacancyStatus = facts.places === vacancy.filled ? 'FILLED' : vacancy.status;
    const filled = status === 'FILLED' ? { filledOn: localDay(ctx.clock()) } : {};
    await tx.em.update(Vacancy, { id: vacancyId }, { ...(await atBranch(tx, employerId, facts)), status, ...filled, version: vacancy.version + 1 });
    await publish(tx, ctx, status === 'FILLED' ? 'VacancyFilled' : 'VacancyChanged', vacancyId, employerId);
    return { answer: { __typename: 'VacancyChanged', vacancyId }, subjectIds };
  });
};

export const changeVacancyStatus = async (ctx: RequestContext, input: ChangeVacancyStatusInput): Promise<Answer> =>
  runCommand<Answer>(ctx, 'VacancyStatusChange', input, async (tx) => {
    const locked = await lockVacancy(tx, input.vacancyId);
    if (!locked) throw unknownVacancy();
    const { vacancy, employerId } = locked;
    const vacancyId = vacancy.id;
    const subjectIds = [employerId, vacancyId];
    if (vacancy.version !== input.expectedVersion) return { answer: { __typename: 'VacancyVersionConflict', vacancyId }, subjectIds };
    const from = statusOn(vacancy, localDay(ctx.clock()));
    const allowed = vacancyTransitions[from];
    const to = allowed.find((each) => each === (input.to as string));
    if (!to) {
      const refusal = {
        __typename: 'VacancyTransitionRefused' as const,
        vacancyId,
        from: from as VacancyStatusEnum,
        allowed: [...allowed] as VacancyStatusEnum[],
      };
      return { answer: refusal, subjectIds };
    }
    await tx.em.update(Vacancy, { id: vacancyId }, { status: to, version: vacancy.version + 1 });
    await publish(tx, ctx, to === 'WITHDRAWN' ? 'VacancyWithdrawn' : 'VacancyChanged', vacancyId, employerId);
    return { answer: { __typename: 'VacancyChanged', vacancyId }, subjectIds };
  });
