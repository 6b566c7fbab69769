import type { RequestContext, WriteTx } from '@werkplein/kernel';
import { AgreementVersion } from './agreement.entity.ts';
import type { AcceptAgreementInput } from './agreement.inputs.ts';
import type { AgreementActor } from './agreement.machine.ts';
import { openTerms } from './agreement.rules.ts';
import { type Held, type StepAnswer, type Taken, takeAgreementStep } from './take-agreement-step.ts';

const columnsOf = { NUO: 'nuo', MUNICIPALITY: 'municipality' } as const satisfies Record<AgreementActor, string>;

/** One side accepts the terms that it names; when the other side has too, they hold from this instant. */
const acceptTerms = async (tx: WriteTx, ctx: RequestContext, { row, versions, side }: Held, number: number): Promise<Taken> => {
  const open = openTerms(versions);
  if (!open) return { refused: 'NOTHING_PROPOSED' };
  if (open.number !== number) return 'stale';
  const [own, other] = side === 'NUO' ? [columnsOf.NUO, columnsOf.MUNICIPALITY] : [columnsOf.MUNICIPALITY, columnsOf.NUO];
  if (open[`${own}AcceptedAt`] !== null) return { refused: 'ACCEPTED_ALREADY' };
  const now = ctx.clock();
  const both = open[`${other}AcceptedAt`] !== null;
  const { employeeId, displayName } = ctx.principal;
  const accepted = { [`${own}AcceptedAt`]: now, [`${own}AcceptedById`]: employeeId, [`${own}AcceptedByName`]: displayName };
  await tx.em.update(AgreementVersion, { id: open.id }, { ...accepted, ...(both && { establishedAt: now }) });
  if (!both) return { event: 'PerformanceAgreementAccepted' };
  return { changes: { status: row.status === 'CONCEPT' ? 'AGREED' : 'ADJUSTED' }, event: 'PerformanceAgreementEstablished' };
};

export const acceptAgreement = (ctx: RequestContext, input: AcceptAgreementInput): Promise<StepAnswer> =>
  takeAgreementStep(ctx, 'PerformanceAgreementAccept', 'accept', input, (tx, held) => acceptTerms(tx, ctx, held, input.number));

export const acceptAdjustment = (ctx: RequestContext, input: AcceptAgreementInput): Promise<StepAnswer> =>
  takeAgreementStep(ctx, 'AgreementAdjustmentAccept', 'acceptAdjustment', input, (tx, held) => acceptTerms(tx, ctx, held, input.number));
