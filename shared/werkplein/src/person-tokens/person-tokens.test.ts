import { fixedClock, LetterOut, municipalities, type Municipality, ProcessingLogLine } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { factsFor, keysFor, registered, requestId, testDay, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';
import { dayOf } from '../testing/moving-steps.ts';
import { createWerkplein } from '../werkplein/create-werkplein.ts';
import { PersonTokenRow } from './person-token.entity.ts';
import { type PersonTokens, personTokens } from './person-token.keys.ts';
import { tellPersonTokens } from './tell-person-tokens.ts';

const almelo = municipalities[0] as Municipality;
const bsn = '999990019';
const [oldKey, newKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const clock = fixedClock(`${testDay}T10:00:00Z`);

const served = (dialect: (typeof dialects)[number], tokens: PersonTokens): Promise<TestWerkplein> =>
  werkpleinForTest(dialect, clock, createWerkplein(factsFor(almelo), keysFor(almelo, { tokens })));

const share = async ({ ask }: TestWerkplein, clientId: string, purpose: string): Promise<string> => {
  const document = `mutation ($input: ShareWithNuoInput!) { almelo { shareWithNuo(input: $input) { __typename } } }`;
  const input = { requestId: requestId(), clientId, parts: ['NAME'], purpose, until: testDay };
  return (await ask('almelo.klantregisseur', document, { input })).data.almelo.shareWithNuo.__typename as string;
};
const told = async ({ db }: TestWerkplein): Promise<{ clientId: string; tokens: string[] }[]> =>
  (await db.read.em.find(LetterOut, { where: { kind: 'PersonToken' }, order: { entry: 'ASC' } })).map(({ body }) => JSON.parse(body ?? ''));

describe('a person token', () => {
  it('is the same for one BSN at every Werkplein with the key, another for another BSN or key, and never the BSN', () => {
    const [one, two] = [personTokens(() => [oldKey]), personTokens(() => [newKey, oldKey])];
    expect(two.of(bsn)[1]).toBe(one.of(bsn)[0]);
    const every = [...two.of(bsn), ...one.of('999993653')];
    expect(new Set(every).size).toBe(3);
    expect(every.join()).not.toContain(bsn);
    expect(one.of(bsn)[0]).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{64}$/);
  });

  it('has a key that Werkpleinen compare without showing it: alike at both, other at each question, and nothing of it for the NUO', () => {
    const [one, two] = [personTokens(() => [oldKey]).shared, personTokens(() => [newKey, oldKey]).shared];
    expect(two.fingerprints('q')[1]).toBe(one.fingerprints('q')[0]);
    expect(new Set([...two.fingerprints('q'), ...two.fingerprints('r')]).size).toBe(4);
    expect(JSON.stringify(two.fingerprints('q'))).not.toContain(oldKey.toString('hex'));
    expect(['0141', '0189', 'nuo'].map((organisation) => one.sharedWith(organisation))).toEqual([true, true, false]);
  });

  it('takes no key of another length, and no demo key in production', () => {
    const before = { ...process.env };
    try {
      process.env['PERSON_TOKEN_KEY'] = Buffer.alloc(16).toString('base64');
      expect(() => personTokens().check()).toThrow('PERSON_TOKEN_KEY: base64 of 32 bytes');
      delete process.env['PERSON_TOKEN_KEY'];
      process.env['NODE_ENV'] = 'production';
      expect(() => personTokens().check()).toThrow('PERSON_TOKEN_KEY: required');
    } finally {
      process.env = before;
    }
  });
});

describe.each(dialects)('telling the NUO a person token on %s', (dialect) => {
  it('happens once, when a client with a BSN is shared for placing, with a line in the log of its own', async () => {
    const werkplein = await served(
      dialect,
      personTokens(() => [oldKey]),
    );
    const clientId = await registered(werkplein, { bsn });
    const without = await registered(werkplein);
    const other = await registered(werkplein, { bsn: '999993653' });
    expect([await share(werkplein, clientId, 'BEMIDDELING'), await share(werkplein, without, 'BEMIDDELING')]).toEqual(['DisclosureSaved', 'DisclosureSaved']);
    expect(await share(werkplein, other, 'WERKGEVERSDIENSTVERLENING')).toBe('DisclosureSaved');
    expect(await told(werkplein)).toEqual([{ clientId, tokens: personTokens(() => [oldKey]).of(bsn) }]);
    const lines = (await werkplein.db.read.em.find(ProcessingLogLine)).filter(({ processingActivityId }) =>
      processingActivityId.endsWith('verstrekken-kenmerk-nuo'),
    );
    expect(lines).toHaveLength(1);
    expect(await share(werkplein, clientId, 'BEMIDDELING')).toBe('AlreadyShared');
    expect(await told(werkplein)).toHaveLength(1);
    const document = `query ($id: ID!) { almelo { subjectAccess(clientId: $id) { json } } }`;
    const { data } = await werkplein.ask('almelo.privacyofficer', document, { id: clientId });
    const found = JSON.parse(data.almelo.subjectAccess.json);
    expect(found.recipients).toContainEqual(expect.objectContaining({ organisation: 'NUO', what: 'onomkeerbaar kenmerk van het burgerservicenummer' }));
    expect(JSON.stringify(found)).not.toContain(personTokens(() => [oldKey]).of(bsn)[0]);
  });

  it('happens again when the BSN is corrected, and for all after a change of the key, each once', async () => {
    const keys = [oldKey];
    const now = () => personTokens(() => keys);
    const tokens: PersonTokens = { ...now(), of: (of) => now().of(of), keyId: () => now().keyId() };
    const werkplein = await served(dialect, tokens);
    const clientId = await registered(werkplein, { bsn });
    await share(werkplein, clientId, 'BEMIDDELING');
    const correct = `mutation ($input: CorrectClientInput!) { almelo { correctClient(input: $input) { __typename } } }`;
    const input = { requestId: requestId(), clientId, expectedVersion: 1, bsn: '999994669' };
    expect((await werkplein.ask('almelo.klantregisseur', correct, { input })).data.almelo.correctClient.__typename).toBe('AlmeloClientCorrected');
    expect((await told(werkplein)).map(({ tokens: of }) => of)).toEqual([tokens.of(bsn), tokens.of('999994669')]);
    keys.unshift(newKey);
    const ctx = dayOf(werkplein, '0141', clock);
    const making = { vault: werkplein.vault, tokens };
    expect([await tellPersonTokens(ctx, making), await tellPersonTokens(ctx, making)]).toEqual([1, 0]);
    expect((await told(werkplein)).at(-1)?.tokens).toEqual(tokens.of('999994669'));
    expect(await werkplein.db.read.em.find(PersonTokenRow)).toMatchObject([{ clientId, keyId: tokens.keyId() }]);
  });

  it('is caught up with for clients who were shared before tokens were', async () => {
    const werkplein = await served(
      dialect,
      personTokens(() => [oldKey]),
    );
    const clientId = await registered(werkplein, { bsn });
    await share(werkplein, clientId, 'BEMIDDELING');
    await werkplein.db.write(async ({ em }) => {
      await em.clear(PersonTokenRow);
      await em.clear(LetterOut);
    });
    await registered(werkplein, { bsn: '999993653' });
    expect(await tellPersonTokens(dayOf(werkplein, '0141', clock), { vault: werkplein.vault, tokens: personTokens(() => [oldKey]) })).toBe(1);
    expect(await told(werkplein)).toMatchObject([{ clientId }]);
  });
});
