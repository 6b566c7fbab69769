import { authorise, badInput, isUniqueViolation, type Problem, type RequestContext, runCommand, scopeOf, type WriteTx } from '@werkplein/kernel';
import { indexEmployers } from '../duplicates/match.store.ts';
import { raiseSignalsOf } from '../duplicates/signal.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput, mentioned } from '../input.ts';
import { takeTurn } from '../turns.ts';
import { unknownEmployer } from './add-branch.ts';
import * as types from './change-employer.types.ts';
import { change } from './changes.ts';
import { CONCERN_TURN, isAbove } from './concern.ts';
import { Employer } from './employer.entity.ts';
import { checkFacts, checkLegalName, checkWebsites } from './employer-facts.ts';
import { stateEmployers } from './employer.facts.ts';
import { coordinateEmployers } from './employer.policy.ts';
import { employerByAlias, employerByKvk, lockEmployer } from './employer.store.ts';
import { EmployerStatus } from './employer.types.ts';
import { displayName, nameKey } from './name.rules.ts';
import { nextStatuses } from './status.rules.ts';

type Facts = Partial<Omit<Employer, 'id' | 'version'>>;
type Answer = types.EmployerChanged | types.EmployerVersionConflict | types.KvkNumberTaken | types.EmployerStatusRefused | types.ConcernCycle;

const check = (input: types.ChangeEmployerInput): Facts => {
  const checking = checkInput();
  const all: Facts = { ...checkFacts(checking, input), ...checkWebsites(checking, input) };
  if (input.legalName !== undefined) all.legalName = checkLegalName(checking, input.legalName ?? '');
  const { coolDownDays } = input;
  if (typeof coolDownDays === 'number' && (coolDownDays < 0 || coolDownDays > 90)) checking.problem('coolDownDays', 'Verwacht: 0 tot en met 90 dagen.');
  for (const field of ['coolDownDays', 'keyAccount', 'indNonMailing', 'status'] as const) {
    if (input[field] === null) checking.problem(field, 'Dit veld kan niet leeg zijn; laat het weg als het blijft zoals het is.');
    else if (input[field] !== undefined) Object.assign(all, { [field]: input[field] });
  }
  if (input.status === EmployerStatus.MERGED) checking.problem('status', 'Samenvoegen is een eigen opdracht: mergeEmployers.');
  checking.done();
  return mentioned(all, { ...input, sbiVersion: input.sbiCode });
};

/** The new parent, or the refusal when it belongs to this employer itself. */
const parentFor = async (tx: WriteTx, employer: Employer, wanted: string): Promise<{ parentId: string } | { cycle: string }> => {
  const parent = await employerByAlias(tx, wanted);
  if (!parent) throw badInput([{ path: ['input', 'parentId'], message: 'Deze werkgever bestaat niet.' }]);
  return (await isAbove(tx, employer.id, parent.id)) ? { cycle: parent.id } : { parentId: parent.id };
};

const demandKvkOrReason = (after: Pick<Employer, 'kvkNumber' | 'registrationReason'>): void => {
  const problems: Problem[] = [{ path: ['input', 'registrationReason'], message: 'Geef een KvK-nummer, of zeg waarom dat er niet is.' }];
  if (after.kvkNumber === null && after.registrationReason === null) throw badInput(problems);
};

/** Changes what the input names. Blocking, cool-down and key account are the coordinator's. */
export const changeEmployer = async (ctx: RequestContext, input: types.ChangeEmployerInput): Promise<Answer> => {
  const facts = check(input);
  if (facts.coolDownDays !== undefined || facts.keyAccount !== undefined) authorise(ctx.principal, coordinateEmployers, ctx.home, ctx.purpose);
  const coordinator = scopeOf(ctx.principal, coordinateEmployers) !== null;
  return runCommand<Answer>(ctx, 'EmployerChange', input, async (tx) => {
    if (input.parentId) await takeTurn(tx, CONCERN_TURN);
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    const { id } = employer;
    const answer = (given: Answer) => ({ answer: given, subjectIds: [id] });
    if (employer.version !== input.expectedVersion) return answer({ __typename: 'EmployerVersionConflict', employerId: id, currentVersion: employer.version });
    const from = employer.status as EmployerStatus;
    const allowed = nextStatuses(from, coordinator);
    const wanted = (facts.status ?? from) as EmployerStatus;
    if (wanted !== from && !allowed.includes(wanted)) return answer({ __typename: 'EmployerStatusRefused', employerId: id, allowed });
    if (input.parentId !== undefined) {
      const parent = input.parentId === null ? { parentId: null } : await parentFor(tx, employer, input.parentId);
      if ('cycle' in parent) return answer({ __typename: 'ConcernCycle', employerId: parent.cycle });
      facts.parentId = parent.parentId;
    }
    const after = { ...employer, ...facts };
    demandKvkOrReason(after);
    try {
      await tx.em.update(Employer, { id }, { ...facts, nameKey: nameKey(displayName(after)), ...change(ctx, employer.version) });
    } catch (error) {
      const holder = isUniqueViolation(error) && facts.kvkNumber ? await employerByKvk(tx, facts.kvkNumber) : null;
      if (!holder) throw error;
      return answer({ __typename: 'KvkNumberTaken', employerId: holder.id });
    }
    await indexEmployers(tx, [id]);
    await stateEmployers(tx, ctx, [id]);
    await publish(tx, ctx, 'EmployerChanged', id, id);
    const signalIds = await raiseSignalsOf(tx, ctx, id);
    return answer({ __typename: 'EmployerChanged', employerId: id, signalIds });
  });
};
