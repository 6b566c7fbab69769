import { type DemoClient, derivedId } from '@werkplein/demo';
import { type Database, insertRows, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import type { BsnVault } from '../bsn/index.ts';
import { CandidateRow } from '../candidates/candidate.entity.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { searchNameOf } from '../clients/client.rules.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import type { AxisPeriod } from '../doelgroep/doelgroep.rules.ts';
import { DossierRow, DossierStepRow } from '../dossiers/dossier.entity.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import { OutflowFollowUpRow } from '../outflow/follow-up.entity.ts';
import { PlanRow } from '../plans/plan.entity.ts';
import { ResponsibilityRow } from '../responsibility/responsibility.entity.ts';
import { dossierRow, followUpRows, loonwaardeRows, responsibilityRows, stepRows } from './demo-history.ts';
import { ladderRows, planRows } from './demo-programme.ts';
import { stateDemoFacts } from './demo-facts.ts';
import { writeDemoSupport } from './demo-support.ts';

const BATCH = 500;

const clientRow = (demo: DemoClient, vault: BsnVault, bsnFree: boolean): ClientRow => ({
  id: demo.id,
  givenNames: demo.givenNames,
  prefix: demo.prefix,
  familyName: demo.familyName,
  searchName: searchNameOf(demo),
  birthDate: demo.birthDate,
  ...(demo.bsn !== null && bsnFree ? vault.seal(demo.id, demo.bsn) : { bsnCipher: null, bsnKeyId: null, bsnIndex: null }),
  ownReference: demo.ownReference,
  street: demo.street,
  houseNumber: demo.houseNumber,
  houseNumberAddition: null,
  postcode: demo.postcode,
  city: demo.city,
  registeredOn: demo.registeredOn,
  version: 1,
  sourceSystem: 'DEMO',
  sourceKey: demo.ownReference,
});

const doelgroepRows = (demo: DemoClient): DoelgroepRow[] => {
  const values: Pick<AxisPeriod, 'axis' | 'value'>[] = [
    { axis: 'GRONDSLAG', value: demo.grondslag },
    { axis: 'WSW_STATUS', value: demo.wswStatus },
    { axis: 'BESCHUT', value: demo.beschut },
    { axis: 'DOELGROEPREGISTER', value: demo.doelgroepregister },
    { axis: 'DOELGROEP_LKS', value: demo.doelgroepLks },
  ];
  return values.map((each) => ({
    ...each,
    id: derivedId(demo.id, each.axis),
    clientId: demo.id,
    validFrom: demo.registeredOn,
    validUntil: null,
    source: 'DEMO',
    employedAtWswClosing: each.axis === 'WSW_STATUS' && each.value !== 'GEEN' ? true : null,
    recordedAt: new Date(`${demo.registeredOn}T12:00:00Z`),
    supersededAt: null,
  }));
};

const disclosureRows = ({ id, registeredOn, disclosedParts, disclosedUntil }: DemoClient): DisclosureRow[] =>
  disclosedParts.length === 0 || disclosedUntil === null
    ? []
    : [
        {
          id: derivedId(id, 'disclosure'),
          clientId: id,
          parts: disclosedParts,
          purpose: 'BEMIDDELING',
          validFrom: registeredOn,
          validUntil: disclosedUntil,
          withdrawnAt: null,
          version: 1,
          note: null,
          recordedById: null,
          recordedByName: null,
          recordedAt: null,
          changedInto: null,
        },
      ];

const candidateRows = ({ id, candidate, registeredOn }: DemoClient): CandidateRow[] =>
  candidate === null ? [] : [{ ...candidate, clientId: id, informedOn: registeredOn, availableFrom: null, withdrawnOn: null, version: 1 }];

/** Writes what is not there yet; a test BSN that somebody already registered by hand is left out. */
const writeBatch = async (tx: WriteTx, vault: BsnVault, batch: readonly DemoClient[]): Promise<number> => {
  const indices = batch.flatMap(({ bsn }) => (bsn === null ? [] : [vault.index(bsn)]));
  const known = await tx.em.find(ClientRow, {
    select: { id: true, bsnIndex: true },
    where: [{ id: In(batch.map(({ id }) => id)) }, ...(indices.length > 0 ? [{ bsnIndex: In(indices) }] : [])],
  });
  const ids = new Set(known.map(({ id }) => id));
  const taken = new Set(known.map(({ bsnIndex }) => bsnIndex));
  const fresh = batch.filter(({ id }) => !ids.has(id));
  const clients = fresh.map((demo) => {
    const index = demo.bsn === null ? null : vault.index(demo.bsn);
    const free = index !== null && !taken.has(index);
    taken.add(index);
    return clientRow(demo, vault, free);
  });
  await insertRows(tx, ClientRow, clients);
  await insertRows(tx, DossierRow, fresh.map(dossierRow));
  await insertRows(tx, DossierStepRow, fresh.flatMap(stepRows));
  await insertRows(tx, ResponsibilityRow, fresh.flatMap(responsibilityRows));
  await insertRows(tx, DoelgroepRow, fresh.flatMap(doelgroepRows));
  await insertRows(tx, DisclosureRow, fresh.flatMap(disclosureRows));
  await insertRows(tx, CandidateRow, fresh.flatMap(candidateRows));
  await insertRows(tx, PlanRow, fresh.flatMap(planRows));
  await insertRows(tx, LadderRow, fresh.flatMap(ladderRows));
  await insertRows(tx, LoonwaardeRow, fresh.flatMap(loonwaardeRows));
  await insertRows(tx, OutflowFollowUpRow, fresh.flatMap(followUpRows));
  await writeDemoSupport(tx, fresh);
  await stateDemoFacts(tx, fresh);
  return fresh.length;
};

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Loads fictional clients with dossier, doelgroep, disclosures, profiles, plans, ladder steps, provisions and exemptions, in transactions of 500. Can be run again: what is there is skipped. */
export const loadDemoClients = async (
  db: Database,
  clients: Iterable<DemoClient>,
  vault: BsnVault,
  onProgress: (done: number) => void = () => undefined,
): Promise<{ read: number; written: number }> => {
  let read = 0;
  let written = 0;
  for (const batch of batches(clients, BATCH)) {
    written += await db.write((tx) => writeBatch(tx, vault, batch));
    read += batch.length;
    onProgress(read);
  }
  return { read, written };
};
