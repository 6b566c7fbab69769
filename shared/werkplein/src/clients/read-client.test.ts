import { newIds, systemClock } from '@werkplein/kernel';
import { dialects, newAsking, newDatabase, serveForTest } from '@werkplein/kernel/testing';
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import type { DisclosurePart } from '../disclosures/disclosure.rules.ts';
import { loggingStatements, moduleFor, registered, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';

const newId = newIds('0141', systemClock);
const fields = `id displayName givenNames prefix familyName birthDate bsn ownReference address { street postcode } registeredOn version
  dossier { id status } klantregisseur { name } doelgroep { day grondslag periods { value } }`;
const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AlmeloClient { ${fields} } } }`;
const read = async ({ ask }: TestWerkplein, user: string, ...ids: string[]) => {
  const purpose = user.endsWith('privacyofficer') ? ('RECHTEN_BETROKKENE' as const) : null;
  const answer = await ask(user, entities, { representations: ids.map((id) => ({ __typename: 'AlmeloClient', id })) }, { ...newAsking(), purpose });
  return { ...answer, clients: answer.data?._entities };
};
const disclose = (served: TestWerkplein, clientId: string, parts: DisclosurePart[], more: Partial<DisclosureRow> = {}) =>
  served.db.write((tx) =>
    tx.em.insert(DisclosureRow, {
      id: newId(),
      clientId,
      parts,
      purpose: 'test',
      validFrom: '2026-11-01',
      validUntil: '2026-11-23',
      withdrawnAt: null,
      ...more,
    }),
  );
const names = (clients: Record<string, unknown>): string[] => Object.keys(clients).filter((key) => clients[key] !== null);

describe.each(dialects)('reading a client on %s', (dialect) => {
  it('shows all to the Werkplein itself', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served, { bsn: '999990019', ownReference: 'A-1' });
    const { clients, errors } = await read(served, 'almelo.privacyofficer', id);
    expect(errors).toBeUndefined();
    expect(clients[0]).toMatchObject({
      id,
      birthDate: '1985-04-03',
      bsn: '*****0019',
      address: { postcode: '7607AB' },
      klantregisseur: { name: 'Demo klantregisseur Almelo' },
      doelgroep: { day: '2026-11-23', grondslag: null, periods: [] },
    });
  });

  it.each(['wierden.klantregisseur', 'nuo.accountmanager', 'nuo.coordinator', 'almelo.rapporteur', 'almelo.accountmanager'])(
    'shows nothing to %s',
    async (user) => {
      const served = await werkpleinForTest(dialect);
      const id = await registered(served);
      await disclose(served, id, ['NAME', 'CONTACT', 'KLANTREGISSEUR', 'DOELGROEP']);
      const { clients, errors } = await read(served, user, id);
      expect(clients).toEqual([null]);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );

  it.each<[DisclosurePart[], string[]]>([
    [['NAME'], ['id', 'displayName', 'givenNames', 'prefix', 'familyName']],
    [['CONTACT'], ['id', 'address']],
    [['KLANTREGISSEUR'], ['id', 'klantregisseur']],
    [['DOELGROEP'], ['id', 'doelgroep']],
    [
      ['NAME', 'CONTACT', 'KLANTREGISSEUR', 'DOELGROEP'],
      ['id', 'displayName', 'givenNames', 'prefix', 'familyName', 'address', 'klantregisseur', 'doelgroep'],
    ],
  ])('shows the NUO the disclosed %j only, with FORBIDDEN on each other field', async (parts, shown) => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served, { bsn: '999990019', ownReference: 'A-1' });
    await disclose(served, id, parts);
    const { clients, errors } = await read(served, 'nuo.jobcoach', id);
    expect(names(clients[0])).toEqual(shown);
    expect(errors).toHaveLength(14 - shown.length);
    expect(new Set(errors?.map(({ extensions }) => extensions['code']))).toEqual(new Set(['FORBIDDEN']));
  });

  it('answers the same for a client that is not disclosed (any more, yet), withdrawn, or not there', async () => {
    const served = await werkpleinForTest(dialect);
    const [never, expired, future, withdrawn, open] = (await Promise.all([1, 2, 3, 4, 5].map(() => registered(served)))) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await disclose(served, expired, ['NAME'], { validUntil: '2026-11-22' });
    await disclose(served, future, ['NAME'], { validFrom: '2026-11-24', validUntil: '2026-12-01' });
    await disclose(served, withdrawn, ['NAME'], { withdrawnAt: new Date('2026-11-20T10:00:00Z') });
    await disclose(served, open, ['NAME']);
    const { clients } = await read(served, 'nuo.werkleider', never, expired, future, withdrawn, newId(), '0189:00000000-0000-7000-8000-000000000000', open);
    expect(clients.map((client: { id: string } | null) => client?.id ?? null)).toEqual([null, null, null, null, null, null, open]);
    expect((await read(served, 'nuo.werkleider', never)).errors).toBeUndefined();
    expect((await read(served, 'nuo.werkleider', newId())).errors).toBeUndefined();
  });

  it.each(['almelo.klantregisseur', 'nuo.jobcoach'])('takes as many statements for 1, 50 and 200 clients, for %s', async (user) => {
    const served = await werkpleinForTest(dialect);
    const ids: string[] = [];
    for (let index = 0; index < 200; index += 1) ids.push(await registered(served));
    for (const id of ids) await disclose(served, id, ['NAME', 'CONTACT', 'KLANTREGISSEUR', 'DOELGROEP']);
    const counts: number[] = [];
    for (const size of [1, 50, 200]) {
      const { clients, statements } = await read(served, user, ...ids.slice(0, size));
      expect(clients.filter(Boolean)).toHaveLength(size);
      counts.push(statements);
    }
    // client, dossier, doelgroep, and for the NUO its disclosed parts.
    const expected = (user.startsWith('nuo') ? 4 : 3) + loggingStatements;
    expect(counts, `statements: ${counts.join(', ')}`).toEqual([expected, expected, expected]);
  });
});

it('keeps no BSN in clear in the database file', async () => {
  const { subgraph, ...options } = moduleFor('almelo');
  // What another test deleted may still stand in a file.
  const db = await newDatabase('sqlite', options);
  const served = await serveForTest('almelo', '0141', subgraph, db, systemClock);
  onTestFinished(async () => {
    await served.server.stop();
    await db.close();
  });
  await registered(served, { bsn: '999990019', familyName: 'Opvallend' });
  const [{ file }] = await db.read.em.query<[{ file: string }]>('PRAGMA database_list');
  const bytes = [file, `${file}-wal`].map((path) => readFileSync(path).toString('latin1')).join('');
  expect(bytes).toContain('Opvallend');
  expect(bytes).not.toContain('999990019');
});
