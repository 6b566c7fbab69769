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

/** By which a line is asked for: the column, and that of a line that was found. */
const parents = {
  id: ['l.id', ({ id }: Found) => id],
  participant: ['l.participantId', ({ participantId }: Found) => participantId],
  client: ['p.clientId', ({ clientId }: Found) => clientId],
} as const;
type Found = Owned & { clientId: string | null };

/** Of each key the line that is open, else the one that ended last. */
const linesBy = (ctx: RequestContext, by: keyof typeof parents, key: string): Promise<Owned | null> =>
  ctx.load(`learningLine:${by}`, key, async (keys) => {
    const [column, parentOf] = parents[by];
    const { raw, entities } = await ctx.db.read.em
      .createQueryBuilder(LearningLine, 'l')
      .innerJoin(Participant, 'p', 'p.id = l.participantId')
      .addSelect('p.municipality', 'municipality')
      .addSelect('p.clientId', 'clientId')
      .where(`${column} IN (:...keys)`, { keys })
      .orderBy('l.id')
      .getRawAndEntities<{ municipality: string; clientId: string | null }>();
    const lines = entities.map((line, i): Found => ({ ...line, municipality: String(raw[i]?.municipality), clientId: raw[i]?.clientId ?? null }));
    // Of a key the last one wins; "open" comes after every day.
    const last = ({ endedOn, id }: Found): string => `${endedOn ?? 'open'} ${id}`;
    return new Map(lines.toSorted((a, b) => (last(a) < last(b) ? -1 : 1)).map((line) => [parentOf(line) as string, line]));
  });

export const loadLearningLine = async (ctx: RequestContext, id: string): Promise<Owned | null> => shown(ctx, await linesBy(ctx, 'id', id));
export const learningLineOf = async (ctx: RequestContext, of: 'participant' | 'client', id: string): Promise<Owned | null> =>
  shown(ctx, await linesBy(ctx, of, id));

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
