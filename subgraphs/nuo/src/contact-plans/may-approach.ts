import { badInput, localDay, type RequestContext } from '@werkplein/kernel';
import { mediatingCandidate } from '../activities.ts';
import { ContactPerson } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { InputCheck } from '../input.ts';
import { loadById } from '../reads.ts';
import { checkCandidates, checkWindow } from './check-plan.ts';
import { loadFacts } from './contact-plan.facts.ts';
import { callerOf, coordinates } from './contact-plan.policy.ts';
import { type Approach, type ApproachFacts, firstFreeDay, mayOverruleHere, obstaclesOf, verdictOf } from './contact-plan.rules.ts';
import { openPlansOf } from './contact-plan.store.ts';
import { type ApproachAdvice, ApproachAnswer, type MayApproachArgs } from './may-approach.types.ts';
import { optionsOf } from './weigh-approach.ts';

const adviceOf = (ctx: RequestContext, wanted: Approach, facts: ApproachFacts): ApproachAdvice => {
  const obstacles = obstaclesOf(wanted, facts);
  const verdict = verdictOf(obstacles, mayOverruleHere(wanted.owner, coordinates(ctx), facts));
  const closed = verdict.kind === 'CLOSED';
  return {
    answer: verdict.kind === 'FREE' || verdict.kind === 'OWN' ? ApproachAnswer.YES : ApproachAnswer.NO,
    obstacles,
    options: verdict.kind === 'CLASH' ? optionsOf(wanted, facts) : [],
    firstFreeDay: closed ? null : firstFreeDay(wanted, facts),
  };
};

/** The rules of the claim, read without its lock: an answer about this moment, no promise. What cannot be known is never a yes. */
export const mayApproach = async (ctx: RequestContext, args: MayApproachArgs): Promise<ApproachAdvice> => {
  const checking = new InputCheck();
  const now = ctx.clock();
  const window = checkWindow(checking, args.window, localDay(now));
  const candidateIds = checkCandidates(checking, ctx, args.candidateIds ?? []);
  checking.done();
  try {
    const { read } = ctx.db;
    const employer = await loadEmployer(ctx, args.employerId);
    const named = args.contactPersonId ? await loadById(ctx, 'contactPerson', ContactPerson, args.contactPersonId) : null;
    const person = named?.mergedIntoId ? await loadById(ctx, 'contactPerson', ContactPerson, named.mergedIntoId) : named;
    if (!employer) throw badInput([{ path: ['employerId'], message: 'Deze werkgever bestaat niet.' }]);
    if (args.contactPersonId && person?.employerId !== employer.id)
      throw badInput([{ path: ['contactPersonId'], message: 'Deze contactpersoon is niet van deze werkgever.' }]);
    const { purpose, channel, steering } = args;
    const wanted = { owner: callerOf(ctx), window, firstDay: window.from, contactPersonId: person?.id ?? null, purpose, channel, steering, candidateIds };
    for (const candidateId of candidateIds) ctx.processed(candidateId, mediatingCandidate);
    const plans = await openPlansOf(read, employer.id, window.from);
    return adviceOf(ctx, wanted, await loadFacts(read, { employer, person }, wanted, plans, now));
  } catch (error) {
    if (error instanceof Error && 'extensions' in error) throw error;
    return { answer: ApproachAnswer.UNKNOWN, obstacles: [], options: [], firstFreeDay: null };
  }
};
