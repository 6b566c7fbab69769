import { localDay, organisationName, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { lockClient } from '../clients/client.store.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { stateDossiers } from '../dossiers/dossier.facts.ts';
import { dossierToChange } from '../dossiers/dossier.store.ts';
import { writeStep } from '../dossiers/take-step.ts';
import { ExemptionRow } from '../exemptions/exemption.entity.ts';
import { PlanRow } from '../plans/plan.entity.ts';
import { establishedOf } from '../plans/plan.store.ts';
import { ProvisionRow, ProvisionUseRow } from '../provisions/provision.entity.ts';
import { statePlaces } from '../provisions/provision.facts.ts';
import { runningProvisions } from '../provisions/provision.store.ts';
import type { WerkpleinKeys } from '../werkplein/werkplein.keys.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';
import { collectContent } from './collect-content.ts';
import type { TransferRow } from './transfer.entity.ts';
import { sealContent, tellOther } from './transfer.letters.ts';
import { lastDayOf } from './transfer.rules.ts';
import { updateTransfer } from './transfer.store.ts';

/** What a Werkplein acts with. */
export interface WerkpleinParts {
  keys: WerkpleinKeys;
  facts: WerkpleinFacts;
}

/** What ran on the last day ends on it; what began later never was ours. */
const lastOf = (startsOn: string, lastDay: string): string => (startsOn > lastDay ? startsOn : lastDay);

const endPlan = async (tx: WriteTx, clientId: string, lastDay: string, endReason: string): Promise<void> => {
  const plan = await establishedOf(tx, clientId);
  if (plan)
    await tx.em.update(
      PlanRow,
      { id: plan.id },
      { status: 'ENDED', establishedOf: null, evaluateOn: null, endedOn: lastDay, endReason, version: plan.version + 1 },
    );
};

const endExemptions = async ({ em }: WriteTx, clientId: string, lastDay: string, endReason: string): Promise<void> => {
  for (const { id, startsOn, endsOn, version } of await em.findBy(ExemptionRow, { clientId, status: 'RUNNING' })) {
    const until = lastOf(startsOn, endsOn !== null && endsOn < lastDay ? endsOn : lastDay);
    await em.update(ExemptionRow, { id }, { status: 'ENDED', endsOn: until, reviewOn: null, endReason, version: version + 1 });
  }
};

const endProvisions = async (tx: WriteTx, clientId: string, lastDay: string, note: string): Promise<void> => {
  const running = await runningProvisions(tx, clientId);
  if (running.length === 0) return;
  const ids = running.map(({ id }) => id);
  for (const { id, startsOn } of await tx.em.findBy(ProvisionUseRow, { provisionId: In(ids), supersededAt: IsNull(), endsOn: IsNull() }))
    await tx.em.update(ProvisionUseRow, { id }, { endsOn: lastOf(startsOn, lastDay) });
  for (const { id, version } of running) await tx.em.update(ProvisionRow, { id }, { status: 'ENDED', endReason: 'MOVED', note, version: version + 1 });
};

/** A dossier that was closed on or after the day of transition was closed by who no longer had the regie. */
const closeDossier = async (tx: WriteTx, ctx: RequestContext, { facts }: WerkpleinParts, dossier: DossierRow, lastDay: string, reason: string) => {
  if (dossier.openClientId !== null) return writeStep(tx, ctx, dossier, 'transfer', facts.terms, { to: 'TRANSFERRED', on: lastDay, reason });
  if ((dossier.closedOn ?? '') <= lastDay) return;
  await tx.em.update(DossierRow, { id: dossier.id }, { status: 'TRANSFERRED', closedOn: lastDay, statusReason: reason, version: dossier.version + 1 });
  await stateDossiers(tx, ctx, [dossier.clientId]);
};

/**
 * On the day of transition the old Werkplein closes: its file ends the day before, and what is in it now goes to the new one.
 * This is the step that decides who has the regie: before it nobody else has opened, and after it nobody here can take it back.
 */
export const closeTransferred = async (tx: WriteTx, ctx: RequestContext, parts: WerkpleinParts, row: TransferRow): Promise<void> => {
  const client = await lockClient(tx, row.clientId as string);
  const dossier = (await dossierToChange(tx, client.id)) as DossierRow;
  const content = await collectContent(tx, ctx.home, parts.keys.vault, client, dossier, row);
  const lastDay = lastDayOf(row.cutoverOn);
  const reason = `Verhuisd naar ${organisationName(row.municipality)}`;
  await closeDossier(tx, ctx, parts, dossier, lastDay, reason);
  await endPlan(tx, client.id, lastDay, reason);
  await endExemptions(tx, client.id, lastDay, reason);
  await endProvisions(tx, client.id, lastDay, reason);
  await statePlaces(tx, ctx, [client.id]);
  await updateTransfer(tx, row, { state: 'CLOSED' });
  await tellOther(tx, ctx, row, 'TransferClosed', { sealed: await sealContent(parts.keys, row.municipality, content) });
};

/** Whether the day has come. */
export const isDue = (ctx: RequestContext, { cutoverOn }: TransferRow): boolean => cutoverOn <= localDay(ctx.clock());
