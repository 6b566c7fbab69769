import type { RequestContext } from '@werkplein/kernel';
import { learningLine } from '../learning/learning.line.ts';
import { orderLine } from '../orders/service-order.line.ts';
import { placementLine } from '../placements/placement.line.ts';

/** Something that the NUO did, does or will do for a participant, on days that both belong to it. */
export interface LineEntry {
  startsOn: string;
  /** Null while no end is known. */
  endsOn: string | null;
  /** The row, with the name of its GraphQL type. */
  record: { __typename: string; id: string };
}

/** What a feature adds to the line of services of a person. */
export interface LineSource {
  /** Class of the GraphQL type of its records. */
  type: Function;
  /** All of this participant that the caller may see; the line narrows it to the days that were asked. */
  entries(ctx: RequestContext, participantId: string): Promise<LineEntry[]>;
}

/** Whoever does something for participants that lasts days adds it here. */
export const lineSources: readonly LineSource[] = [orderLine, placementLine, learningLine];

const startsFirst = (a: LineEntry, b: LineEntry): number => (`${a.startsOn} ${a.record.id}` < `${b.startsOn} ${b.record.id}` ? -1 : 1);

/** What touches these days, in the order in which it begins. */
export const serviceLineOf = async (ctx: RequestContext, participantId: string, from: string | null, until: string | null): Promise<LineEntry[]> => {
  const all = await Promise.all(lineSources.map(({ entries }) => entries(ctx, participantId)));
  return all
    .flat()
    .filter(({ startsOn, endsOn }) => (until === null || startsOn <= until) && (from === null || endsOn === null || endsOn >= from))
    .toSorted(startsFirst);
};
