import type { DemoPlacement } from '@werkplein/demo';
import { insertMissing, type WriteTx } from '@werkplein/kernel';
import { demoKnowing, morningOf } from '../demo-knowing.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { allNuoParameters } from '../parameters/index.ts';
import { freshPlacement } from './fresh.ts';
import { statePlacements } from './placement.facts.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';
import type { PlacementStep } from './placement-states.rules.ts';
import { firstTerm } from './placement-term.ts';

export const writePlacements = async (tx: WriteTx, demos: DemoPlacement[]): Promise<void> => {
  const parameters = await allNuoParameters(tx);
  const rows = demos.map(
    ({ employerId, steps, interruptedOn: _, ...demo }): Placement => ({
      ...freshPlacement,
      ...demo,
      employerAliasId: employerId,
      termEndsOn: firstTerm(parameters, demo.kind, demo.startsOn),
      version: steps?.length ?? 1,
    }),
  );
  await insertMissing(tx, Placement, rows);
  await statePlacements(tx, demoKnowing, rows, ({ startsOn }) => morningOf(startsOn));
  await insertMissing(
    tx,
    PlacementEvent,
    demos.flatMap(({ id, steps = [] }) =>
      steps.map(({ by, at, step, ...rest }) => ({
        ...rest,
        placementId: id,
        step: step as PlacementStep,
        at: new Date(at),
        byId: colleagueId({ employeeId: by.id, organisation: by.organisation }),
        organisation: by.organisation,
        facts: null,
      })),
    ),
  );
  const standing = demos.flatMap(({ id, interruptedOn }) => (interruptedOn === undefined ? [] : [{ id, interruptedOn }]));
  await insertMissing(
    tx,
    PlacementInterruption,
    standing.map(({ id, interruptedOn }) => ({ id, placementId: id, startsOn: interruptedOn, endsOn: null, reason: 'SEASON' as const })),
  );
};
