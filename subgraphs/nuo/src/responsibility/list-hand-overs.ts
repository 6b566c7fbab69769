import { decodeCursor, pageSize, parseDay, parseMunicipalityCode, type RequestContext, toPage } from '@werkplein/kernel';
import { showingParticipant } from '../activities.ts';
import { checkArguments } from '../input.ts';
import { answeringMissing, parameterOn } from '../parameters/index.ts';
import { Participant } from '../participants/participant.entity.ts';
import { reaches } from '../participants/participant.policy.ts';
import { groupBy } from '../reads.ts';
import { type HandOver, handOversIn } from './hand-overs.ts';
import type { HandOverFilter } from './hand-over.types.ts';
import { countHandOvers } from './responsibility.policy.ts';

const check = (filter: HandOverFilter) => {
  const checking = checkArguments('filter');
  if (Boolean(filter.participantId) === Boolean(filter.municipality)) checking.problem('participantId', 'Noem een deelnemer of een gemeente.');
  const municipality = checking.optional('municipality', filter.municipality, parseMunicipalityCode);
  const from = checking.required('from', filter.from, parseDay);
  const until = checking.required('until', filter.until, parseDay);
  if (from && until && until < from) checking.problem('until', 'De laatste dag ligt voor de eerste.');
  checking.done();
  return { municipality, from, until };
};

const mostOfOne = (handOvers: readonly HandOver[]): number =>
  Math.max(0, ...[...groupBy(handOvers, ({ participantId }) => participantId).values()].map((some) => some.length));

/** Null when the participant or municipality is not the caller's. */
export const listHandOvers = async (ctx: RequestContext, filter: HandOverFilter, first: number, after: string | null): Promise<object | null> => {
  const { municipality, from, until } = check(filter);
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const tx = ctx.db.read;
  const mine = (of: string): boolean => reaches(ctx, countHandOvers, of);
  if (municipality !== null && !mine(municipality)) return null;
  const asked = municipality === null ? { id: filter.participantId as string } : { municipality };
  const people = (await tx.em.findBy(Participant, asked)).filter((row) => mine(row.municipality));
  if (municipality === null && people.length === 0) return null;
  const participants = people.filter(({ registeredOn, exitedOn }) => registeredOn <= until && (exitedOn === null || exitedOn >= from)).length;
  const standInMax = await answeringMissing(() => parameterOn(tx, 'STAND_IN_DAYS_MAX', until));
  if (typeof standInMax !== 'number') return { count: null, missing: [standInMax.code], participants, mostOfOne: null, ...toPage([], size, () => ['', '']) };
  const ids = people.map(({ id }) => id);
  const all = await handOversIn(tx, ids, standInMax, from, until);
  const rows = all.map((handOver, at) => ({ ...handOver, at })).slice(cursor ? Number(cursor[1]) + 1 : 0);
  const page = toPage(rows, size, ({ on, at }) => [on, String(at)]);
  for (const { participantId } of page.nodes) ctx.processed(participantId, showingParticipant);
  return { count: all.length, missing: [], participants, mostOfOne: mostOfOne(all), ...page };
};
