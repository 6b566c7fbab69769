import { localDay, organisationName, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { ClientRow } from '../clients/client.entity.ts';
import { searchNameOf } from '../clients/client.rules.ts';
import { lockClient } from '../clients/client.store.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { stateBeschut } from '../doelgroep/doelgroep.facts.ts';
import { doelgroepOf } from '../doelgroep/doelgroep.store.ts';
import { dossierToChange } from '../dossiers/dossier.store.ts';
import { openDossiers } from '../dossiers/open-dossier.ts';
import { carryMonths } from '../exemptions/carry-exemption.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { clientWithBsn } from './accept-transfer.ts';
import type { WerkpleinParts } from './close-transferred.ts';
import type { TransferRow } from './transfer.entity.ts';
import type { SealedContent, TransferPackage } from './transfer.package.ts';
import { fromDay, untilDay } from './transfer.rules.ts';

/** Our client: one we knew by this BSN, with the name and address of now, else a new one. */
const clientOf = async (tx: WriteTx, ctx: RequestContext, { keys }: WerkpleinParts, { bsn, package: { identity } }: SealedContent): Promise<string> => {
  const person = { ...identity, searchName: searchNameOf(identity) };
  const known = await clientWithBsn(tx, keys, bsn);
  if (known) {
    const { id, version } = await lockClient(tx, known.id);
    await tx.em.update(ClientRow, { id }, { ...person, version: version + 1 });
    return id;
  }
  const id = ctx.newId();
  const sealed = bsn === null ? { bsnCipher: null, bsnKeyId: null, bsnIndex: null } : keys.vault.seal(id, bsn);
  const none = { ownReference: null, sourceSystem: null, sourceKey: null };
  await tx.em.insert(ClientRow, { id, ...person, ...sealed, ...none, registeredOn: localDay(ctx.clock()), version: 1 });
  return id;
};

/** From the day of transition on the axes are those of the package, on each axis that it speaks of. */
const carryAxes = async (
  tx: WriteTx,
  ctx: RequestContext,
  { id: transferId, cutoverOn }: TransferRow,
  clientId: string,
  doelgroep: TransferPackage['doelgroep'],
) => {
  const coming = fromDay(doelgroep, cutoverOn);
  const own = (await doelgroepOf(tx, [clientId])).get(clientId) ?? [];
  const { cut, kept } = untilDay(own, new Set(coming.map(({ axis }) => axis)), cutoverOn);
  const recordedAt = ctx.clock();
  if (cut.length > 0) await tx.em.update(DoelgroepRow, { id: In(cut.map(({ id }) => id)) }, { supersededAt: recordedAt });
  const rows = [
    ...kept.map((row) => ({ ...row, id: ctx.newId() })),
    ...coming.map((period) => ({ ...period, id: ctx.newId(), clientId, source: transferId, recordedAt, supersededAt: null })),
  ];
  if (rows.length > 0) await tx.em.insert(DoelgroepRow, rows);
};

/** They state no facts here: figures count a measurement once, where it was taken. */
const carryLadder = async (tx: WriteTx, ctx: RequestContext, { municipality }: TransferRow, clientId: string, ladder: TransferPackage['ladder']) => {
  const known = new Set((await tx.em.findBy(LadderRow, { clientId })).map(({ currentDay }) => currentDay));
  const recorded = {
    recordedById: ctx.principal.employeeId,
    recordedByName: `Overgenomen van ${organisationName(municipality)}`,
    recordedAt: ctx.clock(),
    supersededAt: null,
  };
  const rows = ladder.filter(({ measuredOn }) => !known.has(measuredOn));
  if (rows.length > 0)
    await tx.em.insert(
      LadderRow,
      rows.map(({ measuredOn, step }) => ({ id: ctx.newId(), clientId, measuredOn, currentDay: measuredOn, step, ...recorded })),
    );
};

/** Opens the file of somebody who moved here, from the day of transition on; a person whom we knew is not doubled. Gives the client. */
export const openTransferred = async (tx: WriteTx, ctx: RequestContext, parts: WerkpleinParts, row: TransferRow, content: SealedContent): Promise<string> => {
  const clientId = await clientOf(tx, ctx, parts, content);
  const dossier = await dossierToChange(tx, clientId);
  const klantregisseur = { id: row.klantregisseurId as string, name: row.klantregisseurName as string };
  // Somebody registered the person here after we had accepted: that dossier goes on.
  if (!dossier?.openClientId)
    await openDossiers(tx, ctx, parts.facts.terms, [{ clientId, klantregisseur, openedOn: row.cutoverOn, recordedBy: klantregisseur }]);
  await carryAxes(tx, ctx, row, clientId, content.package.doelgroep);
  // Months used elsewhere, by where; those used here we know ourselves.
  for (const used of content.package.exemptions.filter(({ municipality }) => municipality !== ctx.home)) await carryMonths(tx, ctx, clientId, used);
  await carryLadder(tx, ctx, row, clientId, content.package.ladder);
  await stateBeschut(tx, ctx, [clientId]);
  return clientId;
};
