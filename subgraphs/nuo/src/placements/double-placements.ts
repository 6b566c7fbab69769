import { localDay, parameterOn, type WriteTx } from '@werkplein/kernel';
import { publishAll, type Telling } from '../events/publish.ts';
import { allNuoParameters } from '../parameters/index.ts';
import { workOfPerson } from './person-work.ts';
import { inTheWay } from './placement.rules.ts';

/**
 * Placements of one person that should not stand beside each other (H3), which can be so once a token says that two participants are
 * one person. Each is told by itself: which two belong together would show one municipality the client of another.
 */
export const reportDoubles = async (tx: WriteTx, ctx: Telling, participantIds: readonly string[]): Promise<string[]> => {
  const works = await workOfPerson(tx, participantIds, localDay(ctx.clock()));
  const parameters = await allNuoParameters(tx);
  // Without a maximum hours tell nothing, but two placements on one day do.
  const max = (day: string): number => parameterOn(parameters, 'WEEKLY_HOURS_MAX', day)?.value ?? Infinity;
  const running = works.filter(({ placement }) => placement.status !== 'ENDED');
  const doubles = running.filter(
    (work) =>
      inTheWay(
        running.filter((other) => other !== work),
        work,
        max,
      ) !== null,
  );
  await publishAll(
    tx,
    ctx,
    'DoublePlacementFound',
    doubles.map(({ placement }) => ({ aggregateId: placement.id, employerId: placement.employerAliasId })),
  );
  return doubles.map(({ id }) => id);
};
