import type { DemoClient, DemoExemption, DemoProvision } from '@werkplein/demo';
import { demoTaakstelling, derivedId } from '@werkplein/demo';
import { type Database, insertMissing, type WriteTx } from '@werkplein/kernel';
import { stateTaakstelling } from '../beschut/taakstelling.facts.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import type { DecisionKind } from '../decisions/decision.rules.ts';
import { ExemptionRow } from '../exemptions/exemption.entity.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { ProvisionRow, ProvisionUseRow } from '../provisions/provision.entity.ts';
import { factsOf } from '../provisions/provision.kinds.ts';
import { demoKnowing } from './demo-facts.ts';

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const decisionOf = (
  id: string,
  clientId: string,
  given: { kind: DecisionKind; startsOn: string; endsOn: string | null; source: string },
  by: string,
): DecisionRow => ({
  id,
  clientId,
  kind: given.kind,
  outcome: 'GRANTED',
  appliedOn: null,
  decideBy: null,
  decidedOn: given.startsOn,
  startsOn: given.startsOn,
  endsOn: given.endsOn,
  legalBasis: given.source,
  parameterSet: null,
  loonwaardeId: null,
  forfait: false,
  monthlyCents: null,
  extendsId: null,
  revisesId: null,
  chainId: id,
  documentRef: null,
  decidedBy: by,
  publishedAt: noon(given.startsOn),
});

const provisionRows = ({ id: clientId, klantregisseur }: DemoClient, demo: DemoProvision, at: number) => {
  const id = derivedId(clientId, `provision ${at}`);
  const decisionId = demo.decision && derivedId(clientId, `decision ${at}`);
  const provision: ProvisionRow = {
    id,
    clientId,
    kind: demo.kind,
    status: demo.endsOn === null ? 'RUNNING' : 'ENDED',
    srgTypeCode: null,
    executor: demo.executor,
    serviceOrderId: null,
    decisionId,
    expectedEndOn: demo.expectedEndOn,
    stopBy: null,
    endReason: demo.endsOn === null ? null : 'COMPLETED',
    note: null,
    version: 1,
  };
  const use: ProvisionUseRow = {
    id: derivedId(clientId, `use ${at}`),
    provisionId: id,
    clientId,
    startsOn: demo.startsOn,
    endsOn: demo.endsOn,
    recordedById: klantregisseur.id,
    recordedAt: noon(demo.startsOn),
    supersededAt: null,
  };
  const { source } = factsOf(demo.kind);
  const decisions = demo.decision && decisionId ? [decisionOf(decisionId, clientId, { ...demo.decision, source }, klantregisseur.id)] : [];
  return { provision, use, decisions };
};

const exemptionRows = ({ id: clientId, klantregisseur }: DemoClient, demo: DemoExemption, at: number) => {
  const decisionId = derivedId(clientId, `exempting ${at}`);
  const exemption: ExemptionRow = {
    ...demo,
    reviewOn: demo.ground === 'SINGLE_PARENT' ? demo.reviewOn : null,
    id: derivedId(clientId, `exemption ${at}`),
    clientId,
    status: 'RUNNING',
    decisionId,
    reviewedOn: null,
    endReason: null,
    version: 1,
    recordedById: klantregisseur.id,
    recordedAt: noon(demo.startsOn),
  };
  const given = { kind: 'ONTHEFFING' as const, startsOn: demo.startsOn, endsOn: demo.endsOn, source: 'Participatiewet art. 9 lid 2 en art. 9a' };
  return { exemption, decision: decisionOf(decisionId, clientId, given, klantregisseur.id) };
};

/** Writes what helps these clients: decisions first, for the others refer to them. */
export const writeDemoSupport = async (tx: WriteTx, clients: readonly DemoClient[]): Promise<void> => {
  const provisions = clients.flatMap((client) => client.provisions.map((each, at) => provisionRows(client, each, at)));
  const exemptions = clients.flatMap((client) => client.exemptions.map((each, at) => exemptionRows(client, each, at)));
  await insertMissing(tx, DecisionRow, [...provisions.flatMap(({ decisions }) => decisions), ...exemptions.map(({ decision }) => decision)]);
  await insertMissing(
    tx,
    ProvisionRow,
    provisions.map(({ provision }) => provision),
  );
  await insertMissing(
    tx,
    ProvisionUseRow,
    provisions.map(({ use }) => use),
  );
  await insertMissing(
    tx,
    ExemptionRow,
    exemptions.map(({ exemption }) => exemption),
  );
};

/** A fictional taakstelling of the years of the demo. */
export const loadDemoTaakstelling = (db: Database, municipality: string): Promise<void> =>
  db.write(async (tx) => {
    await insertMissing(
      tx,
      LawParameterRow,
      ['2025', '2026', '2027'].map((year) => ({
        code: 'BESCHUT_TAAKSTELLING' as const,
        value: demoTaakstelling[municipality] ?? 0,
        unit: 'PLACES' as const,
        validFrom: `${year}-01-01`,
        validUntil: `${year}-12-31`,
        confirmed: false,
        source: 'Demo: een verzonnen aantal',
        note: null,
        version: 'DEMO',
      })),
    );
    await stateTaakstelling(tx, demoKnowing(municipality), municipality);
  });
