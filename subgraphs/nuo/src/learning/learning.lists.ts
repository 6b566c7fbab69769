import { decodeCursor, type Page, pageSize, type RequestContext, scopeOf, toPage } from '@werkplein/kernel';
import { showingLearning } from '../activities.ts';
import { Participant } from '../participants/participant.entity.ts';
import { LearningLine } from './learning.entity.ts';
import { viewLearning } from './learning.policy.ts';

export interface LearningLineArgs {
  first: number;
  after?: string | null | undefined;
  open?: boolean | null | undefined;
  municipality?: string | null | undefined;
}

/** Lines of all that the caller may see, latest start first. */
export const allLearningLines = async (ctx: RequestContext, { first, after, open, municipality }: LearningLineArgs): Promise<Page<LearningLine>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = ctx.db.read.em
    .createQueryBuilder(LearningLine, 'l')
    .innerJoin(Participant, 'p', 'p.id = l.participantId')
    .orderBy('l.startsOn', 'DESC')
    .addOrderBy('l.id', 'DESC')
    .limit(size + 1)
    .where('1 = 1');
  if (scopeOf(ctx.principal, viewLearning) !== 'all') query.andWhere('p.municipality = :own', { own: ctx.principal.organisation });
  if (municipality) query.andWhere('p.municipality = :municipality', { municipality });
  if (typeof open === 'boolean') query.andWhere(open ? 'l.endedOn IS NULL' : 'l.endedOn IS NOT NULL');
  if (cursor) query.andWhere('l.startsOn <= :day AND (l.startsOn < :day OR l.id < :id)', { day: cursor[0], id: cursor[1] });
  const page = toPage(await query.getMany(), size, ({ startsOn, id }) => [startsOn, id]);
  for (const { participantId } of page.nodes) ctx.processed(participantId, showingLearning);
  return page;
};
