import { Writable } from 'node:stream';
import { fixedClock, kernelEntities, newLogger } from '@werkplein/kernel';
import { type Answer, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { person, registerDocument, requestId, testDay, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';

const bsn = '999990019';
const clients = 'query ($bsn: String) { almelo { clients(filter: { bsn: $bsn }) { nodes { id bsn } } } }';
const correct = `mutation ($input: CorrectClientInput!) { almelo { correctClient(input: $input) { __typename
  ... on AlmeloClientCorrected { client { bsn } warnings } } } }`;

/** Everything that the database holds, as text. */
const databaseText = async ({ db }: TestWerkplein): Promise<string> => {
  const tables = db.read.em.connection.entityMetadatas.map(({ tableName }) => tableName);
  const rows = await Promise.all(tables.map((table) => db.read.em.query<object[]>(`SELECT * FROM ${table}`)));
  expect(tables.length).toBeGreaterThan(kernelEntities.length);
  return JSON.stringify(rows);
};

/** A served Werkplein whose logs, at the finest level, are kept. */
const logged = async (dialect: 'sqlite' | 'mariadb') => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const served = await werkpleinForTest(dialect, fixedClock(`${testDay}T10:00:00Z`), undefined, newLogger('almelo', 'trace', sink));
  return { served, logs: () => lines.join('') };
};

describe.each(dialects)('a BSN on %s', (dialect) => {
  it('is in no answer, error, log, audit or other table, whatever is done with it', async () => {
    const { served, logs } = await logged(dialect);
    const answers: string[] = [];
    const send = async (document: string, variables: Record<string, unknown>, user = 'almelo.klantregisseur') => {
      const { body } = await served.send(user, document, variables);
      answers.push(body);
      return JSON.parse(body) as Answer;
    };
    const input = person({ bsn });
    const first = await send(registerDocument, { input });
    const { id } = first.data.almelo.registerClient.client;
    expect(first.data.almelo.registerClient.client.bsn).toBe('*****0019');
    await send(registerDocument, { input });
    await send(registerDocument, { input: person({ bsn }) });
    await send(registerDocument, { input: { ...input, familyName: 'Anders' } });
    await send(registerDocument, { input: person({ bsn, birthDate: bsn }) });
    await send(registerDocument, { input: person({ bsn: Number(bsn) }) });
    await send(registerDocument, { input: { bsn } });
    await send(registerDocument, { input: person({ bsn: `${bsn} ` }) });
    await send(registerDocument, { input: person({ bsn: '999993653' }) }, 'wierden.klantregisseur');
    await send(clients, { bsn });
    await send(clients, { bsn: `${bsn}x` });
    await send(correct, { input: { requestId: requestId(), clientId: id, expectedVersion: 9, bsn } });
    await send(correct, { input: { requestId: requestId(), clientId: id, expectedVersion: 1, bsn } });
    await served.db.write((tx) => tx.em.query('DROP TABLE disclosure'));
    await served.db.write((tx) => tx.em.query('DROP TABLE doelgroep_axis'));
    await served.db.write((tx) => tx.em.query('ALTER TABLE client RENAME TO client_gone'));
    const fault = await send(registerDocument, { input: person({ bsn }) });
    expect(fault.errors?.[0]?.extensions['code']).toBe('INTERNAL');
    await send(clients, { bsn });
    expect(logs()).toContain('request failed');
    await served.db.write((tx) => tx.em.query('ALTER TABLE client_gone RENAME TO client'));
    const dropped = new Set(['disclosure', 'doelgroep_axis']);
    const metadatas = served.db.read.em.connection.entityMetadatas;
    metadatas.splice(0, metadatas.length, ...metadatas.filter(({ tableName }) => !dropped.has(tableName)));
    for (const text of [...answers, logs(), await databaseText(served)]) expect(text).not.toMatch(/999990019|999993653/);
  });

  it('in free text is warned of by the command that recorded it, with the name of the field', async () => {
    const { served } = await logged(dialect);
    const register = registerDocument.replace('... on AlmeloClientRegistered {', '... on AlmeloClientRegistered { warnings');
    const answer = async (more: Record<string, unknown>) =>
      (await served.ask('almelo.klantregisseur', register, { input: person(more) })).data.almelo.registerClient;
    expect((await answer({ bsn })).warnings).toEqual([]);
    expect(
      (await answer({ ownReference: '999993653', address: { street: `Weg ${bsn}`, houseNumber: 1, postcode: '7607AB', city: 'Almelo' } })).warnings,
    ).toEqual([
      'Het veld "street" bevat een getal dat een burgerservicenummer kan zijn. Haal het weg.',
      'Het veld "ownReference" bevat een getal dat een burgerservicenummer kan zijn. Haal het weg.',
    ]);
    expect((await answer({ ownReference: '999990018' })).warnings).toEqual([]);
  });
});
