import type { ReadTx } from '@werkplein/kernel';
import { IsNull } from 'typeorm';
import type { BsnVault } from '../bsn/index.ts';
import type { ClientRow } from '../clients/client.entity.ts';
import { allDecisions, inForce } from '../decisions/decision.store.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import type { DossierRow } from '../dossiers/dossier.entity.ts';
import { CarriedExemptionRow, ExemptionRow } from '../exemptions/exemption.entity.ts';
import { exemptionGroundCodes, usedUntil } from '../exemptions/exemption.rules.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { establishedOf } from '../plans/plan.store.ts';
import { ProvisionUseRow } from '../provisions/provision.entity.ts';
import { runningProvisions } from '../provisions/provision.store.ts';
import type { TransferRow } from './transfer.entity.ts';
import type { SealedContent, TransferPackage } from './transfer.package.ts';
import { fromDay, lastDayOf } from './transfer.rules.ts';

const exemptionsOf = async ({ em }: ReadTx, home: string, clientId: string, day: string): Promise<TransferPackage['exemptions']> => {
  const own = await em.findBy(ExemptionRow, { clientId });
  const carried = await em.find(CarriedExemptionRow, { where: { clientId }, order: { ground: 'ASC', municipality: 'ASC' } });
  const usedHere = exemptionGroundCodes.map((ground) => ({ ground, municipality: home, months: usedUntil(own, ground, 0, lastDayOf(day)).months }));
  return [...usedHere.filter(({ months }) => months > 0), ...carried.map(({ ground, municipality, months }) => ({ ground, municipality, months }))];
};

const planOf = async (tx: ReadTx, clientId: string): Promise<TransferPackage['plan']> => {
  const plan = await establishedOf(tx, clientId);
  if (!plan) return null;
  const { goals, support, obligations, nextEvaluationOn } = plan.content;
  return { goals, support, obligations, nextEvaluationOn: plan.evaluateOn ?? nextEvaluationOn };
};

const decisionsOn = async (tx: ReadTx, clientId: string, day: string): Promise<TransferPackage['decisions']> =>
  inForce(await allDecisions(tx, [clientId]))
    .filter(({ outcome, startsOn, endsOn }) => outcome === 'GRANTED' && startsOn !== null && (endsOn === null || endsOn >= day))
    .map(({ kind, decidedOn, startsOn, endsOn, legalBasis }) => ({ kind, decidedOn, startsOn: startsOn as string, endsOn, legalBasis }));

const provisionsOf = async (tx: ReadTx, clientId: string): Promise<TransferPackage['provisions']> => {
  const uses = await tx.em.find(ProvisionUseRow, { where: { clientId, supersededAt: IsNull() }, order: { startsOn: 'ASC' } });
  return (await runningProvisions(tx, clientId)).map(({ id, kind, executor, expectedEndOn }) => ({
    kind,
    executor,
    since: uses.find(({ provisionId }) => provisionId === id)?.startsOn ?? null,
    expectedEndOn,
  }));
};

/** What goes along with a client, as it is now for the day of transition. */
export const collectContent = async (
  tx: ReadTx,
  home: string,
  vault: BsnVault,
  client: ClientRow,
  dossier: DossierRow,
  { cutoverOn, note, offeredById, offeredByName }: Pick<TransferRow, 'cutoverOn' | 'note' | 'offeredById' | 'offeredByName'>,
): Promise<SealedContent> => {
  const { id, givenNames, prefix, familyName, birthDate, street, houseNumber, houseNumberAddition, postcode, city } = client;
  const ladder = await tx.em.find(LadderRow, { where: { clientId: id, supersededAt: IsNull() }, order: { measuredOn: 'ASC' } });
  return {
    clientId: id,
    offeredBy: { id: offeredById, name: offeredByName },
    note,
    bsn: client.bsnCipher === null ? null : vault.open(id, client.bsnCipher),
    package: {
      format: 'werkplein-transfer/1',
      identity: { givenNames, prefix, familyName, birthDate, street, houseNumber, houseNumberAddition, postcode, city },
      klantregisseur: dossier.klantregisseurName,
      openedOn: dossier.openedOn,
      doelgroep: fromDay((await doelgroepOf(tx, [id])).get(id) ?? [], cutoverOn).map(({ axis, value, validFrom, validUntil, employedAtWswClosing }) => ({
        axis,
        value,
        validFrom,
        validUntil,
        employedAtWswClosing,
      })),
      exemptions: await exemptionsOf(tx, home, id, cutoverOn),
      plan: await planOf(tx, id),
      decisions: await decisionsOn(tx, id, cutoverOn),
      provisions: await provisionsOf(tx, id),
      ladder: ladder.map(({ measuredOn, step }) => ({ measuredOn, step })),
    },
  };
};
