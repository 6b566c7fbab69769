import type { RequestContext, WriteTx } from '@werkplein/kernel';
import { type Steered, steeredOf } from '@werkplein/indicators';
import type { InputCheck } from '../input.ts';
import { AgreementVersion } from './agreement.entity.ts';
import type { AgreementTermsInput } from './agreement.inputs.ts';
import { openTerms, termProblems } from './agreement.rules.ts';

/** Checks terms against the indicator that they are for; what is wrong is in `checking`. */
export const checkTerms = (checking: InputCheck, of: Pick<Steered, 'decimals'>, terms: AgreementTermsInput): void => {
  for (const [field, message] of termProblems(of, terms)) checking.problem(['terms', field], message);
};

/** Proposes other terms; those that still waited lapse, with who had accepted them. */
export const writeVersion = async (
  tx: WriteTx,
  ctx: RequestContext,
  { id: agreementId, indicator }: { id: string; indicator: string },
  before: readonly AgreementVersion[],
  { target, direction, amberBeyond, redBeyond, source }: AgreementTermsInput,
  reason: string | null,
): Promise<void> => {
  const now = ctx.clock();
  const open = openTerms(before);
  if (open) await tx.em.update(AgreementVersion, { id: open.id }, { withdrawnAt: now });
  const { employeeId, displayName, organisation } = ctx.principal;
  await tx.em.insert(AgreementVersion, {
    id: ctx.newId(),
    agreementId,
    number: (before.at(-1)?.number ?? 0) + 1,
    target,
    direction,
    amberBeyond,
    redBeyond,
    source,
    definitionVersion: (steeredOf(indicator) as Steered).version,
    reason,
    proposedAt: now,
    proposedById: employeeId,
    proposedByName: displayName,
    proposedByOrganisation: organisation,
    nuoAcceptedAt: null,
    nuoAcceptedById: null,
    nuoAcceptedByName: null,
    municipalityAcceptedAt: null,
    municipalityAcceptedById: null,
    municipalityAcceptedByName: null,
    establishedAt: null,
    withdrawnAt: null,
  });
};
