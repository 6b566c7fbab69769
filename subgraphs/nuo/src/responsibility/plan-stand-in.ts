import { addDays, localDay, type Outcome, parseDay, periodsOverlap, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { refusedReceiver } from '../accounts/assign-account-owner.ts';
import { keepingResponsible } from '../activities.ts';
import { checkColleague } from '../colleagues/check-colleague.ts';
import type { ColleagueNotActive } from '../colleagues/colleague.types.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { DAYS_AHEAD } from './assign-responsible.ts';
import { holdResponsibility } from './end-responsibility.ts';
import { stateHandOvers } from './hand-over.facts.ts';
import { Responsibility } from './responsibility.entity.ts';
import { responsibilitiesOf } from './responsibility.store.ts';
import type { PlanStandInInput, StandInPlanned, StandInRefused } from './responsibility.types.ts';

type Answer = StandInPlanned | StandInRefused | ColleagueNotActive;

const check = (input: PlanStandInInput, today: string) => {
  const checking = checkInput();
  const colleague = checkColleague(checking, ['colleague'], input.colleague);
  const from = checking.required('from', input.from, parseDay);
  const until = checking.required('until', input.until, parseDay);
  if (from < today) checking.problem('from', 'Kies vandaag of een latere dag.');
  if (until < from || until > addDays(today, DAYS_AHEAD)) checking.problem('until', 'Kies een dag op of na de eerste, binnen een jaar.');
  checking.done();
  return { colleague, from, until };
};

/** Somebody takes the place of who is responsible for some days, such as in a leave; the responsibility itself stays where it is. */
export const planStandIn = async (ctx: RequestContext, input: PlanStandInInput): Promise<Answer> => {
  const { colleague, from, until } = check(input, localDay(ctx.clock()));
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const term = await holdResponsibility(tx, input.responsibilityId);
    const { participantId, role } = term;
    const subjectIds = [participantId];
    const refuse = (id: string): Outcome<Answer> => ({ answer: { __typename: 'StandInRefused', responsibilityId: id }, subjectIds });
    const covered = !term.standIn && term.startsOn <= from && (term.endsOn === null || until <= term.endsOn) && term.colleagueId !== colleague;
    if (!covered) return refuse(term.id);
    const others = (await responsibilitiesOf(tx, participantId)).filter((other) => other.role === role && other.standIn);
    const other = others.find(({ startsOn, endsOn }) => periodsOverlap({ from: startsOn, to: endsOn }, { from, to: until }));
    if (other) return refuse(other.id);
    const refused = await refusedReceiver(tx, colleague, until, 'colleague');
    if (refused) return { answer: refused, subjectIds };
    const id = ctx.newId();
    await tx.em.insert(Responsibility, { id, participantId, role, colleagueId: colleague, standIn: true, startsOn: from, endsOn: until, openFor: null });
    await stateHandOvers(tx, ctx, [participantId]);
    await publish(tx, ctx, 'StandInPlanned', participantId, null);
    return { answer: { __typename: 'StandInPlanned', responsibilityId: id }, subjectIds };
  };
  return runCommand(ctx, 'StandInPlan', input, effect, keepingResponsible);
};
