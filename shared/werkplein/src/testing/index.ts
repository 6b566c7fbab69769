import { randomBytes } from 'node:crypto';
import {
  type Clock,
  type Database,
  fixedClock,
  type LetterPost,
  type Logger,
  type Municipality,
  municipalities,
  newIds,
  NUO,
  systemClock,
} from '@werkplein/kernel';
import { databaseForTest, postsForTest, serveForTest, testDatabase, type TestSubgraph } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { type BsnKeys, type BsnVault, bsnVault } from '../bsn/index.ts';
import { personTokens } from '../person-tokens/person-token.keys.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { createWerkplein, type WerkpleinModule } from '../werkplein/create-werkplein.ts';
import type { WerkpleinKeys } from '../werkplein/werkplein.keys.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';

export const testKeys = (): BsnKeys => ({ keys: [randomBytes(32)], indexKeys: [randomBytes(32)] });

export const factsFor = (municipality: Municipality): WerkpleinFacts => ({
  municipality,
  oin: '00000099000000000001',
  address: { street: 'Teststraat', houseNumber: 1, houseNumberAddition: null },
  postcode: '7600AA',
  city: municipality.name,
  phone: '+31546541111',
  email: 'test@werkplein.invalid',
  provisionsCatalogue: [{ code: 'JOBCOACH', name: 'Jobcoach', maxMonths: null, source: 'Participatiewet art. 10da' }],
  terms: {
    intakeWithinWorkingDays: 10,
    planWithinWeeks: 8,
    confirmPlacementWithinWorkingDays: 5,
    standInMaxDays: 14,
    disclosureMaxMonths: 12,
    planEvaluationMonths: 6,
  },
  beschutWaiting: { order: ['SCHOOL_LEAVERS_FIRST', 'ESTABLISHED_FIRST'], source: 'Testverordening' },
});

const keys = testKeys();
const tokenKey = randomBytes(32);

/** What the Werkplein of this municipality acts with in a test; letters go to nobody unless told. */
export const keysFor = (municipality: Municipality, more: Partial<WerkpleinKeys> = {}): WerkpleinKeys => {
  let post: Promise<LetterPost> | undefined;
  const nowhere = Object.fromEntries([NUO, ...municipalities.map(({ code }) => code)].map((code) => [code, 'http://127.0.0.1:1']));
  return {
    vault: bsnVault(municipality, () => keys),
    tokens: personTokens(() => [tokenKey]),
    post: () => (post ??= postsForTest(nowhere).then((posts) => posts.get(municipality.code) as LetterPost)),
    ...more,
  };
};
const modules = new Map<string, WerkpleinModule>();

/** The module of one municipality, made once in each test file. */
export const moduleFor = (field: string): WerkpleinModule => {
  const municipality = municipalities.find((each) => each.field === field) as Municipality;
  const known = modules.get(field) ?? createWerkplein(factsFor(municipality), keysFor(municipality));
  modules.set(field, known);
  return known;
};

export interface TestWerkplein extends TestSubgraph {
  db: Database;
  vault: BsnVault;
}

export const testDay = '2026-11-23';

/** A served Werkplein Almelo with an empty database, gone when the test has finished. */
export const werkpleinForTest = async (
  dialect: 'sqlite' | 'mariadb',
  clock: Clock = fixedClock(`${testDay}T10:00:00Z`),
  module: WerkpleinModule = moduleFor('almelo'),
  log?: Logger,
): Promise<TestWerkplein> => {
  const { subgraph, entities, migrations, vault } = module;
  const db = await databaseForTest(dialect, { entities, migrations });
  const served = await serveForTest('almelo', '0141', subgraph, db, clock, { log });
  onTestFinished(() => served.server.stop());
  return { ...served, db, vault };
};

export interface SharedWerkplein extends TestWerkplein {
  /** What it is from now on; the test day again in the next test. */
  travel(day: string): void;
}

/** The same for all tests of a `describe`, each with clients of its own. */
export const sharedWerkplein = (dialect: 'sqlite' | 'mariadb', module: WerkpleinModule = moduleFor('almelo')): (() => SharedWerkplein) => {
  let now = new Date();
  let served: SharedWerkplein | undefined;
  let stop: () => Promise<void> = async () => undefined;
  const travel = (day: string): void => void (now = new Date(`${day}T10:00:00Z`));
  beforeAll(async () => {
    const { subgraph, entities, migrations, vault } = module;
    const db = await testDatabase(dialect, { entities, migrations });
    const subgraphServed = await serveForTest('almelo', '0141', subgraph, db, () => now);
    served = { ...subgraphServed, db, vault, travel };
    stop = async () => {
      await subgraphServed.server.stop();
      await db.close();
    };
  }, 60_000);
  beforeEach(() => travel(testDay));
  afterAll(() => stop());
  return () => {
    if (!served) throw new Error('Nothing is served yet.');
    return served;
  };
};

/** What a request that shows clients takes beside its reads: a transaction with the processing lines and the access event. */
export const loggingStatements = 4;

let requests = 0;
export const requestId = (): string => `test-request-${String((requests += 1)).padStart(5, '0')}`;

export const person = (more: Record<string, unknown> = {}) => ({
  requestId: requestId(),
  givenNames: 'Jan',
  prefix: 'van der',
  familyName: 'Bérg',
  birthDate: '1985-04-03',
  address: { street: 'Dorpsstraat', houseNumber: 12, houseNumberAddition: 'a', postcode: '7607 ab', city: 'Almelo' },
  ...more,
});

export const registerDocument = `mutation ($input: RegisterClientInput!) { almelo { registerClient(input: $input) {
  __typename
  ... on AlmeloClientRegistered { client { id displayName bsn version dossier { status klantregisseur { id } } } }
  ... on AlmeloClientAlreadyRegistered { matchedOn client { id } }
} } }`;

/** Registers a client as klantregisseur and gives the id. */
export const registered = async ({ ask }: TestSubgraph, more: Record<string, unknown> = {}): Promise<string> => {
  const { data, errors } = await ask('almelo.klantregisseur', registerDocument, { input: person(more) });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.almelo.registerClient.client.id as string;
};

/** Shares the name of a client with the NUO on the test day. */
export const disclosed = async ({ db }: Pick<TestWerkplein, 'db'>, clientId: string): Promise<void> => {
  const row = { id: newIds('0141', systemClock)(), clientId, parts: ['NAME' as const], purpose: 'test' };
  await db.write((tx) => tx.em.insert(DisclosureRow, { ...row, validFrom: testDay, validUntil: testDay, withdrawnAt: null, version: 1 }));
};
