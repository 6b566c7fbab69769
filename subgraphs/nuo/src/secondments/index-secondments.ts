import { insertRows, localDay, type Outcome, parseDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { publishAll } from '../events/publish.ts';
import { monthIsClosed, shareBooks } from '../hours/books.ts';
import type { MonthIsClosed } from '../hours/month.types.ts';
import { recomputeRevenue } from '../hours/recompute-revenue.ts';
import { checkInput } from '../input.ts';
import { answeringMissing, type NuoParameterMissing, parameterOn } from '../parameters/index.ts';
import { groupBy } from '../reads.ts';
import { holdingRates, raised, rateOn } from './rate.rules.ts';
import { newRate } from './record-rate.ts';
import { Secondment, SecondmentRate } from './secondment.entity.ts';
import type { IndexSecondmentsInput } from './secondment.inputs.ts';
import { lockSecondments } from './secondment.store.ts';
import type { RaisedRate, SecondmentsIndexed, SkippedRate, SkippedReason } from './secondment.types.ts';

type Answer = SecondmentsIndexed | MonthIsClosed | NuoParameterMissing;

const YEARS_AHEAD = 1;

/** Why the rates of an agreement do not rise, or the rate that does. */
const toRaise = (row: Secondment, rates: readonly SecondmentRate[], from: string): SkippedReason | SecondmentRate => {
  const year = Number(from.slice(0, 4));
  const last = row.noticeEndsOn ?? row.endsOn;
  if (last !== null && last < from) return 'ENDS_BEFORE';
  if (rates.some(({ indexedYear }) => indexedYear === year)) return 'INDEXED_ALREADY';
  const holding = holdingRates(rates);
  if (holding.some(({ validFrom }) => validFrom >= from)) return 'LATER_RATE';
  return rateOn(holding, from) ?? 'NO_RATE';
};

/** One that was approved below the floor stays so when it rises. */
const raisedRate = (ctx: RequestContext, rate: SecondmentRate, from: string, percentage: number, floor: number): SecondmentRate => {
  const row = newRate(ctx, rate.secondmentId, { validFrom: from, centsPerHour: raised(rate.centsPerHour, percentage) }, floor);
  const { approvedById, approvedByName, approvalReason } = rate;
  return {
    ...row,
    indexedYear: Number(from.slice(0, 4)),
    ...(row.belowFloorCents !== null && { approvedAt: row.recordedAt, approvedById, approvedByName, approvalReason }),
  };
};

/** Agreements that run, or will, in the order of their ids; held. */
const lockIndexed = async (tx: WriteTx): Promise<Secondment[]> => {
  const ids = (await tx.em.find(Secondment, { where: { indexed: true, status: In(['SIGNED', 'RUNNING', 'NOTICE_GIVEN']) }, select: { id: true } })).map(
    ({ id }) => id,
  );
  return (await lockSecondments(tx, ids, 'write')).filter(({ indexed, status }) => indexed && status !== 'ENDED');
};

/** Raises the rate of every indexed agreement from a day on, once a year each: a second time raises those that it did not yet. */
export const indexSecondments = (ctx: RequestContext, input: IndexSecondmentsInput): Promise<Answer> => {
  const checking = checkInput();
  const from = checking.required('from', input.from, parseDay);
  if (from && Number(from.slice(0, 4)) > Number(localDay(ctx.clock()).slice(0, 4)) + YEARS_AHEAD)
    checking.problem('from', 'Een verhoging kan hooguit tot in het volgende jaar vooruit.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Answer> => {
    const percentage = await parameterOn(tx, 'SECONDMENT_INDEXATION', from);
    const floor = await parameterOn(tx, 'SECONDMENT_RATE_FLOOR', from);
    const agreements = await lockIndexed(tx);
    const closed = monthIsClosed(from, await shareBooks(tx));
    if (closed) return closed;
    const ids = agreements.map(({ id }) => id);
    const rates = groupBy(ids.length === 0 ? [] : await tx.em.findBy(SecondmentRate, { secondmentId: In(ids) }), ({ secondmentId }) => secondmentId);
    const skipped: SkippedRate[] = [];
    const raises: { rate: SecondmentRate; fresh: SecondmentRate; row: Secondment }[] = [];
    for (const row of agreements) {
      const found = toRaise(row, rates.get(row.id) ?? [], from);
      if (typeof found === 'string') skipped.push({ secondmentId: row.id, reason: found });
      else raises.push({ rate: found, fresh: raisedRate(ctx, found, from, percentage, floor), row });
    }
    const result: SecondmentsIndexed = {
      __typename: 'SecondmentsIndexed',
      dryRun: input.dryRun,
      percentage,
      raised: raises.map(({ rate, fresh }): RaisedRate => ({ secondmentId: rate.secondmentId, fromCents: rate.centsPerHour, toCents: fresh.centsPerHour })),
      skipped,
      recomputedSheets: 0,
      sheetsToSplit: 0,
    };
    if (input.dryRun || raises.length === 0) return result;
    await insertRows(
      tx,
      SecondmentRate,
      raises.map(({ fresh }) => fresh),
    );
    const raisedIds = raises.map(({ row }) => row.id);
    await tx.em.update(Secondment, { id: In(raisedIds) }, { version: () => 'version + 1' });
    const { recomputed, unknown } = await recomputeRevenue(tx, ctx, raisedIds, from);
    await publishAll(
      tx,
      ctx,
      'SecondmentChanged',
      raises.map(({ row }) => ({ aggregateId: row.id, employerId: row.employerAliasId })),
    );
    return { ...result, recomputedSheets: recomputed, sheetsToSplit: unknown };
  };
  return runCommand<Answer>(ctx, 'SecondmentsIndex', input, async (tx): Promise<Outcome<Answer>> => {
    const answer = await answeringMissing(() => effect(tx));
    return { answer, subjectIds: answer.__typename === 'SecondmentsIndexed' && !input.dryRun ? answer.raised.map(({ secondmentId }) => secondmentId) : [] };
  });
};
