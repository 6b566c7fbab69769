import { municipalities, NUO } from '@werkplein/kernel';
import { colleague, LEAVER } from './accounts.ts';
import { demoContactMoments } from './contact-moments.ts';
import { demoContactPlans } from './contact-plans.ts';
import { addDays, TODAY } from './days.ts';
import { accountManagerCount } from './employees.ts';
import { derivedId } from './ids.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoColleague, DemoContactAttempt, DemoContactPlan } from './work.types.ts';

const organisations = [NUO, ...municipalities.map(({ code }) => code)];
/** After one outgoing contact in so many somebody of another organisation wants to call too soon. */
const TOO_SOON = 10;
const SINCE = '2025-01-01';
/** Less than the rest that an employer has. */
const WITHIN_DAYS = 9;
/** At one open plan in so many somebody else tries; of those whom others joined, at one in a third of that. */
const CLASHES = 9;

const otherThan = (random: Random, organisation: string): DemoColleague => {
  const other = random.pick(organisations.filter((each) => each !== organisation));
  return colleague(other, random.int(0, other === NUO ? LEAVER - 1 : accountManagerCount(other) - 1));
};

const attemptOf = (of: string, given: Omit<DemoContactAttempt, 'id' | 'attemptId'>): DemoContactAttempt => ({
  id: derivedId(of, 'contact attempt'),
  attemptId: derivedId(of, 'attempt'),
  ...given,
});

/** Who was warned that another had just been there: most leave it, or wait. */
function* soonAfterContact(scale: number): Generator<DemoContactAttempt> {
  let number = 0;
  for (const { id, employerId, occurredAt, direction, employee } of demoContactMoments(scale)) {
    if (direction !== 'OUTGOING' || occurredAt < SINCE) continue;
    number += 1;
    if (number % TOO_SOON !== 0) continue;
    const random = randomOf(`attempt after ${id}`, 0);
    const day = addDays(occurredAt.slice(0, 10), random.int(1, WITHIN_DAYS));
    if (day > TODAY) continue;
    const followedBy = random.weighted({ NOTHING: 60, PLANNED_OTHERWISE: 25, OVERRULED: 15 });
    yield attemptOf(id, {
      employerId,
      by: otherThan(random, employee.organisation),
      at: `${day}T09:30:00.000Z`,
      kind: 'COOL_DOWN',
      outcome: 'WARNED',
      contactPlanId: null,
      followedBy: followedBy === 'NOTHING' ? null : followedBy,
    });
  }
}

const open: ReadonlySet<DemoContactPlan['status']> = new Set(['RESERVED', 'SCHEDULED']);

/** Who found the claim of another: some joined it, others left it. */
function* atAPlan(scale: number, today: string): Generator<DemoContactAttempt> {
  let number = 0;
  for (const { id, employerId, status, owner, participants, createdAt } of demoContactPlans(scale, today)) {
    if (!open.has(status)) continue;
    const [joined] = participants;
    number += 1;
    if (number % (joined ? CLASHES / 3 : CLASHES) !== 0) continue;
    const random = randomOf(`attempt at ${id}`, 0);
    const by = joined ?? otherThan(random, owner.organisation);
    const followedBy = joined ? 'JOINED' : random.chance(0.4) ? 'PLANNED_OTHERWISE' : null;
    // In the hour after the claim was made.
    const at = createdAt.replace('T09:00', 'T09:40');
    yield attemptOf(id, { employerId, by, at, kind: 'PLAN_CLASH', outcome: 'REFUSED', contactPlanId: id, followedBy });
  }
}

/** Attempts to approach an employer that the coordination stopped or warned: what would have been double. */
export function* demoContactAttempts(scale: number, today: string): Generator<DemoContactAttempt> {
  yield* soonAfterContact(scale);
  yield* atAPlan(scale, today);
}
