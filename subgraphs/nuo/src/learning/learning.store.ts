import { fault, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { showingLearning } from '../activities.ts';
import { Participant } from '../participants/participant.entity.ts';
import { reaches } from '../participants/participant.policy.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { LearningLine, LearningNote, LearningStep, PracticeCertificate } from './learning.entity.ts';
import { viewLearning } from './learning.policy.ts';

/** Whose line it is, and which municipality answers for them now. */
type Owned = LearningLine & { municipality: string };

const shown = (ctx: RequestContext, line: Owned | null): Owned | null => {
  if (!line || !reaches(ctx, viewLearning, line.municipality)) return null;
  ctx.processed(line.participantId, showingLearning);
  return line;
};

/** Of each key the line that is open, else the one that ended last. */
const linesBy = (ctx: RequestContext, column: 'l.id' | 'l.participantId' | 'p.clientId', key: string): Promise<Owned | null> =>
  ctx.load(`learningLine:${column}`, key, async (keys) => {
    const { raw, entities } = await ctx.db.read.em
      .createQueryBuilder(LearningLine, 'l')
      .innerJoin(Participant, 'p', 'p.id = l.participantId')
      .addSelect('p.municipality', 'municipality')
      .addSelect(column, 'parent')
      .where(`${column} IN (:...keys)`, { keys })
      .orderBy('CASE WHEN l.endedOn IS NULL THEN 1 ELSE 0 END')
      .addOrderBy('l.endedOn')
      .addOrderBy('l.id')
      .getRawAndEntities<{ municipality: string; parent: string }>();
    // The last of a key wins.
    return new Map(entities.map((line, i) => [String(raw[i]?.parent), { ...line, municipality: String(raw[i]?.municipality) }]));
  });

export const loadLearningLine = async (ctx: RequestContext, id: string): Promise<Owned | null> => shown(ctx, await linesBy(ctx, 'l.id', id));
export const learningLineOf = async (ctx: RequestContext, of: 'participant' | 'client', id: string): Promise<Owned | null> =>
  shown(ctx, await linesBy(ctx, of === 'client' ? 'p.clientId' : 'l.participantId', id));

export const stepsOf = async (ctx: RequestContext, lineId: string): Promise<LearningStep[]> =>
  (await ctx.load('learningSteps', lineId, async (ids) =>
    groupBy(
      (await rowsBy(ctx.db.read, LearningStep, 'lineId', ids)).toSorted((a, b) => a.position - b.position),
      (row) => row.lineId,
    ),
  )) ?? [];

export const certificatesOf = async (ctx: RequestContext, stepId: string): Promise<PracticeCertificate[]> =>
  (await ctx.load('practiceCertificates', stepId, async (ids) =>
    groupBy(
      (await rowsBy(ctx.db.read, PracticeCertificate, 'stepId', ids)).toSorted((a, b) => (a.issuedOn + a.id < b.issuedOn + b.id ? -1 : 1)),
      (row) => row.stepId,
    ),
  )) ?? [];

/** Newest first. */
export const notesOf = async (ctx: RequestContext, lineId: string): Promise<LearningNote[]> =>
  (await ctx.load('learningNotes', lineId, async (ids) =>
    groupBy(
      (await rowsBy(ctx.db.read, LearningNote, 'lineId', ids)).toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime() || (a.id < b.id ? 1 : -1)),
      (row) => row.lineId,
    ),
  )) ?? [];

/** Held until the transaction ends: everything of one line goes one by one. */
export const lockLine = async ({ em, dialect }: WriteTx, id: string): Promise<LearningLine> => {
  const found = await em.findOne(LearningLine, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });
  if (!found) throw fault('NOT_FOUND');
  return found;
};

export const openSteps = ({ em }: WriteTx, lineId: string): Promise<LearningStep[]> => em.findBy(LearningStep, { lineId, status: In(['PLANNED', 'BUSY']) });
