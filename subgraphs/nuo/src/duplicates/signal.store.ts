import { createHash } from 'node:crypto';
import { type Cursor, insertMissing, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Branch, Employer } from '../employers/employer.entity.ts';
import { publishAll } from '../events/publish.ts';
import { notMerged, rowsBy } from '../reads.ts';
import { DuplicateSignal } from './duplicate.entity.ts';
import { type DuplicateClass, DuplicateStatus } from './duplicate.types.ts';
import { isSignal } from './match.rules.ts';
import { findMatchesOf, type Found, tellingKeysOf } from './match.store.ts';

const pairOf = (a: string, b: string): { firstId: string; secondId: string } => (a < b ? { firstId: a, secondId: b } : { firstId: b, secondId: a });
const pairKey = ({ firstId, secondId }: { firstId: string; secondId: string }): string => `${firstId}|${secondId}`;

type Ctx = Pick<RequestContext, 'clock' | 'newId'>;
type Raised = Pick<DuplicateSignal, 'id' | 'firstId' | 'secondId'>;

const signalsFor = async (tx: ReadTx, ctx: Ctx, found: ReadonlyMap<string, Found & { firstId: string; secondId: string }>): Promise<DuplicateSignal[]> => {
  // The parts of a name follow from it and from the area: a decision does not rest on them.
  const keysOf = await tellingKeysOf(
    tx,
    [...found.values()].flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  return [...found.values()].map(({ firstId, secondId, class: duplicateClass, score, reasons }) => ({
    id: ctx.newId(),
    firstId,
    secondId,
    class: duplicateClass,
    score,
    reasons,
    keyHash: createHash('sha256')
      .update(JSON.stringify([keysOf(firstId), keysOf(secondId)]))
      .digest('hex'),
    status: DuplicateStatus.OPEN,
    note: null,
    version: 1,
    raisedAt: ctx.clock(),
    decidedAt: null,
    decidedBy: null,
  }));
};

/**
 * Compares these employers with all others and stores a signal for each pair that is MEDIUM or more.
 * With the keys that are `common` nothing of the register is counted again, for whoever compares all of it.
 * A decided pair stays decided until the search keys of either are others. Gives the signals that are new or open again.
 */
export const storeSignals = async (tx: WriteTx, ctx: Ctx, ids: readonly string[], common?: ReadonlySet<string>): Promise<Raised[]> => {
  const employers = await rowsBy(tx, Employer, 'id', ids);
  const found = new Map<string, Found & { firstId: string; secondId: string }>();
  for (const [id, matches] of await findMatchesOf(tx, employers, common)) {
    for (const match of matches.filter(isSignal)) {
      const pair = pairOf(id, match.employerId);
      found.set(pairKey(pair), { ...match, ...pair });
    }
  }
  if (found.size === 0) return [];
  const fresh = await signalsFor(tx, ctx, found);
  await insertMissing(tx, DuplicateSignal, fresh);
  const stored = new Map((await rowsBy(tx, DuplicateSignal, 'firstId', [...new Set(fresh.map((row) => row.firstId))])).map((row) => [pairKey(row), row]));
  const raised: Raised[] = [];
  for (const row of fresh) {
    const known = stored.get(pairKey(row));
    if (!known || known.id === row.id) {
      raised.push(row);
      continue;
    }
    if (known.keyHash === row.keyHash) continue;
    const { class: duplicateClass, score, reasons, keyHash } = row;
    const reopened = { note: null, decidedAt: null, decidedBy: null, status: DuplicateStatus.OPEN, raisedAt: row.raisedAt };
    const version = known.version + 1;
    const { affected } = await tx.em.update(
      DuplicateSignal,
      { id: known.id, version: known.version },
      { class: duplicateClass, score, reasons, keyHash, ...reopened, version },
    );
    if (affected === 1) raised.push(known);
  }
  return raised;
};

/** The same by a command, which says so; an import leaves it at the list that the coordinator reads. */
export const raiseSignals = async (tx: WriteTx, ctx: RequestContext, ids: readonly string[]): Promise<string[]> => {
  const raised = await storeSignals(tx, ctx, ids);
  await publishAll(
    tx,
    ctx,
    'DuplicateSignalRaised',
    raised.map(({ id, firstId, secondId }) => ({ aggregateId: id, employerId: firstId, relatedIds: [secondId] })),
  );
  return raised.map(({ id }) => id);
};

/** The same for one employer, as an answer that is kept shows it: the first few. */
export const raiseSignalsOf = async (tx: WriteTx, ctx: RequestContext, id: string): Promise<string[]> => (await raiseSignals(tx, ctx, [id])).slice(0, 20);

/** Signals of which neither employer was merged away. */
const ofPresent = (tx: ReadTx): SelectQueryBuilder<DuplicateSignal> =>
  tx.em
    .createQueryBuilder(DuplicateSignal, 's')
    .innerJoin(Employer, 'a', `a.id = s.firstId AND ${notMerged('a.mergedIntoId')}`)
    .innerJoin(Employer, 'b', `b.id = s.secondId AND ${notMerged('b.mergedIntoId')}`);

export interface SignalFilter {
  status: DuplicateStatus;
  class?: DuplicateClass | null | undefined;
  municipality?: string | null | undefined;
}

/** The most alike first; of those the last raised first. */
export const listSignals = (tx: ReadTx, size: number, after: Cursor | null, filter: SignalFilter): Promise<DuplicateSignal[]> => {
  const query = ofPresent(tx)
    .where('s.status = :status', { status: filter.status })
    .orderBy('s.score', 'DESC')
    .addOrderBy('s.id', 'DESC')
    .limit(size + 1);
  if (after) query.andWhere('s.score <= :score AND (s.score < :score OR s.id < :id)', { score: Number(after[0]) || 0, id: after[1] });
  if (filter.class) query.andWhere('s.class = :class', { class: filter.class });
  if (filter.municipality) {
    const there = tx.em.createQueryBuilder(Branch, 'v').select('1').where('v.employerId IN (s.firstId, s.secondId) AND v.municipality = :municipality');
    query.andWhere(`EXISTS (${there.getQuery()})`, { municipality: filter.municipality });
  }
  return query.getMany();
};

/** Pairs with one of these employers, of which nobody has said that they are two; the surest first. */
export const undecidedPairs = (tx: ReadTx, ids: readonly string[]): Promise<DuplicateSignal[]> =>
  ofPresent(tx)
    .where('(s.firstId IN (:...ids) OR s.secondId IN (:...ids)) AND s.status <> :no', { ids, no: DuplicateStatus.NOT_DUPLICATE })
    .orderBy('s.score', 'DESC')
    .addOrderBy('s.id')
    .getMany();

export const signalsByIds = (tx: ReadTx, ids: readonly string[]): Promise<DuplicateSignal[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.em.find(DuplicateSignal, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
