import { dayText, parseDay, parseText, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { monthIsClosed, shareBooks } from '../hours/books.ts';
import type { MonthIsClosed } from '../hours/month.types.ts';
import { recomputeRevenue } from '../hours/recompute-revenue.ts';
import { checkInput } from '../input.ts';
import { parameterOn } from '../parameters/index.ts';
import { checkRate } from './check-secondment.ts';
import type { DatedRate } from './rate.rules.ts';
import { type Secondment, SecondmentRate } from './secondment.entity.ts';
import type { ApproveSecondmentRateInput, RecordSecondmentRateInput } from './secondment.inputs.ts';
import type { SecondmentRateRecorded } from './secondment.types.ts';
import { type StepAnswer, type Taken, takeStep } from './take-step.ts';

type Answer = SecondmentRateRecorded | MonthIsClosed;

export const newRate = (ctx: RequestContext, secondmentId: string, { validFrom, centsPerHour }: DatedRate, floor: number): SecondmentRate => ({
  id: ctx.newId(),
  secondmentId,
  validFrom,
  centsPerHour,
  indexedYear: null,
  belowFloorCents: centsPerHour < floor ? floor : null,
  approvedAt: null,
  approvedById: null,
  approvedByName: null,
  approvalReason: null,
  recordedAt: ctx.clock(),
  recordedById: ctx.principal.employeeId,
  withdrawnAt: null,
  replacedById: null,
});

/** Others from the same day are replaced by one that holds, also those that still waited for approval. */
export const replaceRates = async ({ em }: WriteTx, ctx: RequestContext, by: SecondmentRate): Promise<void> => {
  const same = await em.findBy(SecondmentRate, { secondmentId: by.secondmentId, validFrom: by.validFrom, withdrawnAt: IsNull() });
  const replaced = same.flatMap(({ id }) => (id === by.id ? [] : [id]));
  if (replaced.length > 0) await em.update(SecondmentRate, { id: In(replaced) }, { withdrawnAt: ctx.clock(), replacedById: by.id });
};

const recorded = async (tx: WriteTx, ctx: RequestContext, { id }: Secondment, rate: SecondmentRate): Promise<Taken<Answer>> => {
  await replaceRates(tx, ctx, rate);
  const { recomputed, unknown } = await recomputeRevenue(tx, ctx, [id], rate.validFrom);
  return { answer: { __typename: 'SecondmentRateRecorded', secondmentId: id, holds: true, recomputedSheets: recomputed, sheetsToSplit: unknown } };
};

/** A rate from a day on; the hours of open months are reckoned with it at once, and those of closed months never. */
export const recordSecondmentRate = (ctx: RequestContext, input: RecordSecondmentRateInput): Promise<StepAnswer | Answer> => {
  const checking = checkInput();
  const validFrom = checking.required('validFrom', input.validFrom, parseDay);
  const centsPerHour = checkRate(checking, input.centsPerHour);
  checking.done();
  return takeStep<Answer>(ctx, ['SecondmentRateRecord', 'recordRate', 'SecondmentChanged'], input, async (tx, row) => {
    const floor = await parameterOn(tx, 'SECONDMENT_RATE_FLOOR', validFrom);
    const closed = monthIsClosed(validFrom, await shareBooks(tx));
    if (closed) return { instead: closed };
    if (validFrom < row.startsOn) {
      const again = checkInput();
      again.problem('validFrom', `De overeenkomst begint op ${dayText(row.startsOn)}.`);
      again.done();
    }
    const rate = newRate(ctx, row.id, { validFrom, centsPerHour }, floor);
    await tx.em.insert(SecondmentRate, rate);
    if (rate.belowFloorCents === null) return recorded(tx, ctx, row, rate);
    return { answer: { __typename: 'SecondmentRateRecorded', secondmentId: row.id, holds: false, recomputedSheets: 0, sheetsToSplit: 0 } };
  });
};

/** Wsw art. 5 and Participatiewet art. 7 lid 9: that a rate below the floor does not distort competition is the coordinator's judgement. */
export const approveSecondmentRate = (ctx: RequestContext, input: ApproveSecondmentRateInput): Promise<StepAnswer | Answer> => {
  const checking = checkInput();
  const approvalReason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return takeStep<Answer>(ctx, ['SecondmentRateApprove', 'approveRate', 'SecondmentChanged'], input, async (tx, row) => {
    const rate = await tx.em.findOneBy(SecondmentRate, { id: input.rateId, secondmentId: row.id });
    if (!rate || rate.belowFloorCents === null || rate.approvedAt !== null || rate.withdrawnAt !== null) return { refused: ['APPROVED_ALREADY'] };
    if (rate.recordedById === ctx.principal.employeeId) return { refused: ['OWN_RATE'] };
    const closed = monthIsClosed(rate.validFrom, await shareBooks(tx));
    if (closed) return { instead: closed };
    const approved = { approvedAt: ctx.clock(), approvedById: ctx.principal.employeeId, approvedByName: ctx.principal.displayName, approvalReason };
    await tx.em.update(SecondmentRate, { id: rate.id }, approved);
    return recorded(tx, ctx, row, rate);
  });
};
