import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { testId } from '../testing/index.ts';
import { freshPlacement } from './fresh.ts';
import { Placement, PlacementInterruption } from './placement.entity.ts';
import { coach, employer, otherRegie, regie, stepInput, take, wsw, worldFor } from './placement.testing.ts';
import { type PlacementState, placementMachine } from './placement-states.rules.ts';
import { insertPeople } from '../orders/service-order.testing.ts';

/** Steps that somebody takes by a command, on a placement that is there. */
const taken = everyTriple(placementMachine).filter(({ step, actor }) => step in stepInput && (actor === 'REGIE' || actor === 'UITVOERING'));

const rowIn = (n: number, status: PlacementState): Placement => ({
  ...freshPlacement,
  id: testId(51, n),
  participantId: testId(40, 100 + n),
  clientId: null,
  municipality: '0141',
  employerAliasId: employer,
  kind: 'REGULAR',
  status,
  startsOn: '2026-07-01',
  expectedEndOn: '2027-07-01',
  endedOn: status === 'ENDED' ? '2026-07-31' : null,
  endRequestedOn: '2026-08-01',
  hoursPerWeek: 20,
});

describe.each(dialects)('each step of a placement, from each state, by each side, on %s', (dialect) => {
  it('is taken exactly where the machine has it; another municipality finds nothing, and who takes no step is not let in', { timeout: 180_000 }, async () => {
    const { nuo } = await worldFor(dialect);
    const rows = taken.map(({ state }, n) => rowIn(n, state));
    await nuo.db.write(async (tx) => {
      // Each on a person of its own, so that no placement is in the way of another.
      await insertPeople(tx, ...rows.map((_, n) => wsw(100 + n)));
      await tx.em.insert(Placement, rows);
      const standing = rows.filter(({ status }) => status === 'INTERRUPTED');
      await tx.em.insert(
        PlacementInterruption,
        standing.map(({ id }) => ({ id, placementId: id, startsOn: '2026-08-01', endsOn: null, reason: 'SEASON' as const })),
      );
    });
    for (const [n, { state, step, actor, allowed }] of taken.entries()) {
      const id = testId(51, n);
      const name = `${step} from ${state} by ${actor}`;
      if (actor === 'REGIE') {
        expect([name, (await take(nuo, otherRegie, step, id, 1)).code]).toEqual([name, 'NOT_FOUND']);
        expect([name, (await take(nuo, 'nuo.accountmanager', step, id, 1)).code]).toEqual([name, 'FORBIDDEN']);
      }
      const answer = await take(nuo, actor === 'REGIE' ? regie : coach, step, id, 1);
      const done = step === 'end' ? 'PlacementEnded' : 'PlacementChanged';
      expect([name, answer.__typename]).toEqual([name, allowed ? done : 'StepRefused']);
      const { to, by, from } = placementMachine.steps[step];
      if (allowed) expect([name, answer.placement.status]).toEqual([name, to === 'SAME' ? state : to]);
      else expect(answer).toMatchObject({ step, from: state, allowedFrom: from, by });
    }
  });
});
