import type { DemoPlacement } from '@werkplein/demo';
import { insertRows, type WriteTx } from '@werkplein/kernel';
import { demoKnowing, morningOf, notLoaded } from '../demo-knowing.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { allNuoParameters } from '../parameters/index.ts';
import { freshPlacement } from './fresh.ts';
import { statePlacements } from './placement.facts.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';
import type { PlacementStep } from './placement-states.rules.ts';
import { firstTerm } from './placement-term.ts';

export const writePlacements = async (tx: WriteTx, demos: DemoPlacement[]): Promise<void> => {
  const parameters = await allNuoParameters(tx);
  const fresh = await notLoaded(tx, Placement, demos);
  const rows = fresh.map(
    ({ employerId, steps, interruptedOn: _, ...demo }): Placement => ({
      ...freshPlacement,
      ...demo,
      employerAliasId: employerId,
      termEndsOn: firstTerm(parameters, demo.kind, demo.startsOn),
      version: steps?.length ?? 1,
    }),
  );
  await insertRows(tx, Placement, rows);
  await statePlacements(tx, demoKnowing, rows, ({ startsOn }) => morningOf(startsOn));
  await insertRows(
    tx,
    PlacementEvent,
    fresh.flatMap(({ id, steps = [] }) =>
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
  const standing = fresh.flatMap(({ id, interruptedOn }) => (interruptedOn === undefined ? [] : [{ id, interruptedOn }]));
  await insertRows(
    tx,
    PlacementInterruption,
    standing.map(({ id, interruptedOn }) => ({ id, placementId: id, startsOn: interruptedOn, endsOn: null, reason: 'SEASON' as const })),
  );
};
