import {
  AuditEvent,
  type Clock,
  CommandRequest,
  Erasure,
  fixedClock,
  kernelEntities,
  newIds,
  ProcessingLogLine,
  RetentionTerm,
  systemClock,
  unplaced,
} from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ClientRow } from '../clients/client.entity.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { disclosed, moduleFor, registered, requestId, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';

const access = 'query ($id: ID!) { almelo { subjectAccess(clientId: $id) { json html } } }';
const erase = `mutation ($input: EraseSubjectInput!) { almelo { eraseClient(input: $input) { __typename
  ... on Erased { parts { title rows detached } } ... on ErasurePossible { parts { title rows } }
  ... on RetentionNotOver { items { title rows reason term keepUntil } } ... on NothingToErase { erasedOn } } } }`;
const retention = 'mutation ($input: RunRetentionInput!) { almelo { runRetention(input: $input) { day dryRun more parts { title term rows } } } }';

const tables = [DoelgroepRow, DisclosureRow, DossierRow, ClientRow];
const counts = (served: TestWerkplein) => Promise.all(tables.map((table) => served.db.read.em.count(table)));
const run = async ({ ask }: TestWerkplein, dryRun: boolean, user = 'almelo.privacyofficer') => {
  const { data, errors } = await ask(user, retention, { input: { requestId: requestId(), dryRun } });
  const report = data?.almelo?.runRetention;
  const rows = Object.fromEntries((report?.parts ?? []).map((part: { title: string; rows: number }) => [part.title, part.rows]));
  return { report, rows, errors };
};
const eraseClient = async ({ ask }: TestWerkplein, subjectId: string, more: object = {}, user = 'almelo.privacyofficer') => {
  const { data, errors } = await ask(user, erase, { input: { requestId: requestId(), subjectId, ground: 'NO_LONGER_NEEDED', dryRun: false, ...more } });
  return { answer: data?.almelo?.eraseClient, errors };
};
/** A client whose only dossier was closed on this day, with a doelgroep period and a disclosure. */
const closedClient = async (served: TestWerkplein, closedOn: string, more: Record<string, unknown> = {}): Promise<string> => {
  const id = await registered(served, more);
  await disclosed(served, id);
  const period = { axis: 'GRONDSLAG' as const, value: 'NUG' as const, validFrom: '2010-01-01', validUntil: null, source: 'DEMO' };
  await served.db.write(async ({ em }) => {
    await em.insert(DoelgroepRow, {
      id: newIds('0141', systemClock)(),
      clientId: id,
      ...period,
      recordedAt: new Date('2010-01-01T00:00:00Z'),
      supersededAt: null,
    });
    await em.update(ClientRow, { id }, { registeredOn: '2009-01-01' });
    await em.update(DossierRow, { clientId: id }, { status: 'CLOSED', openClientId: null, closedOn });
  });
  return id;
};

describe('the registry of a Werkplein', () => {
  it('has a place for every table, and names one that has none', () => {
    const { subjects, entities } = moduleFor('almelo');
    expect(unplaced(subjects, [...kernelEntities, ...entities])).toEqual([]);
    class Forgotten {}
    expect(unplaced(subjects, [...entities, Forgotten])).toEqual(['Forgotten']);
  });
});

describe.each(dialects)('the right of access of a client on %s', (dialect) => {
  it('gives all that is held, to whom it went and who looked, as JSON and as a page; the BSN masked and no employee', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await closedClient(served, '2026-11-01', { bsn: '999990019', familyName: '<b>"Berg"</b>' });
    const other = await registered(served, { familyName: 'Ander' });
    const first = await served.ask('almelo.privacyofficer', access, { id });
    const { json, html } = first.data.almelo.subjectAccess;
    const found = JSON.parse(json);
    expect(found).toMatchObject({ format: 'werkplein-subject-access/1', controller: { code: '0141', name: 'Almelo' }, subject: { kind: 'client', id } });
    expect(found.data.map(({ table, rows }: { table: string; rows: unknown[] }) => [table, rows.length])).toEqual([
      ['client', 1],
      ['dossier', 1],
      ['dossier_step', 1],
      ['responsibility', 1],
      ['disclosure', 1],
      ['doelgroep_axis', 1],
      ['candidate', 0],
      ['loonwaardebepaling', 0],
      ['decision', 0],
      ['carried_exemption', 0],
      ['exemption', 0],
      ['provision', 0],
      ['provision_use', 0],
      ['provision_milestone', 0],
      ['outflow_follow_up', 0],
      ['ladder_measurement', 0],
      ['plan', 0],
      ['plan_evaluation', 0],
      ['person_token', 0],
      ['transfer', 0],
    ]);
    expect(found.data[0].rows[0]).toMatchObject({ Achternaam: '<b>"Berg"</b>', Burgerservicenummer: '*****0019', Geboortedatum: '1985-04-03' });
    expect(found.data[1].retention.term).toBe('P10Y');
    expect(found.recipients).toEqual([{ organisation: 'NUO', what: 'naam', purpose: 'test', from: testDay, until: testDay }]);
    expect(found.accesses.map(({ organisation, activity }: Record<string, string>) => [organisation, activity])).toEqual([
      ['Almelo', 'Inschrijven van een cliënt'],
    ]);
    expect(found.commands.map(({ command }: { command: string }) => command)).toEqual(['registerClient']);
    expect(json).not.toMatch(/999990019|demo-almelo|Ander/);
    expect(json).not.toContain(other);
    expect(html).toContain('&lt;b&gt;&quot;Berg&quot;&lt;/b&gt;');
    expect(html).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(html).not.toMatch(/<script|https?:|src=|href=|<b>|999990019/);
    const again = JSON.parse((await served.ask('almelo.privacyofficer', access, { id })).data.almelo.subjectAccess.json);
    expect(again.accesses.map(({ activity }: { activity: string }) => activity)).toContain('Verstrekken van alle gegevens aan de cliënt zelf');
  });

  it('is for the privacy officer of the own Werkplein, and null for an unknown client', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    for (const user of ['almelo.klantregisseur', 'almelo.functioneelbeheerder', 'wierden.privacyofficer', 'nuo.privacyofficer']) {
      const { data, errors } = await served.ask(user, access, { id });
      expect([data.almelo.subjectAccess, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
    for (const unknown of ['x', `${id.slice(0, -1)}x`, '0189:01900000-0000-7000-8000-000000000001']) {
      expect((await served.ask('almelo.privacyofficer', access, { id: unknown })).data.almelo.subjectAccess).toBeNull();
    }
  });
});

describe.each(dialects)('erasing a client on %s', (dialect) => {
  it('is refused while the law obliges to keep the dossier, with the last day; nothing is written', async () => {
    const served = await werkpleinForTest(dialect);
    const open = await registered(served);
    expect((await eraseClient(served, open)).answer.items).toContainEqual({
      title: 'Dossiers',
      rows: 1,
      reason: 'De termijn begint pas na het sluiten van het laatste dossier.',
      term: 'P10Y',
      keepUntil: null,
    });
    const closed = await closedClient(served, '2016-11-23');
    const { answer } = await eraseClient(served, closed);
    expect(answer.__typename).toBe('RetentionNotOver');
    expect(new Set(answer.items.map(({ keepUntil }: { keepUntil: string }) => keepUntil))).toEqual(new Set([testDay]));
    expect(await counts(served)).toEqual([1, 1, 2, 2]);
  });

  it('says what would go, then erases once, and keeps a hash only', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await closedClient(served, '2016-11-22', { bsn: '999990019' });
    const kept = await registered(served);
    const dry = await eraseClient(served, id, { dryRun: true });
    expect(dry.answer).toMatchObject({ __typename: 'ErasurePossible', parts: expect.arrayContaining([{ title: 'Dossiers', rows: 1 }]) });
    expect(await counts(served)).toEqual([1, 1, 2, 2]);
    const key = requestId();
    const first = await eraseClient(served, id, { requestId: key });
    expect(first.answer.__typename).toBe('Erased');
    expect(await counts(served)).toEqual([0, 0, 1, 1]);
    expect((await eraseClient(served, id, { requestId: key })).answer).toEqual(first.answer);
    expect((await eraseClient(served, id)).answer).toEqual({ __typename: 'NothingToErase', erasedOn: testDay });
    expect((await eraseClient(served, `${id.slice(0, -1)}x`)).answer).toEqual({ __typename: 'NothingToErase', erasedOn: null });
    const tombstones = await served.db.read.em.find(Erasure);
    expect(tombstones).toHaveLength(1);
    expect(JSON.stringify(tombstones)).not.toMatch(new RegExp(`${id}|999990019|Jan`));
    expect(await served.db.read.em.existsBy(ClientRow, { id: kept })).toBe(true);
    expect((await served.db.read.em.findBy(AuditEvent, { action: 'erase client' })).some(({ subjectIds }) => subjectIds.includes(id))).toBe(true);
  });

  it('happens once when it is asked ten times at once', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await closedClient(served, '2010-01-01');
    const answers = await Promise.all(Array.from({ length: 10 }, () => eraseClient(served, id)));
    const kinds = answers.map(({ answer }) => answer?.__typename);
    expect(kinds.filter((kind) => kind === 'Erased')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'NothingToErase')).toHaveLength(9);
    expect(await served.db.read.em.count(Erasure)).toBe(1);
  });

  it('is for the privacy officer of the own Werkplein', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await closedClient(served, '2010-01-01');
    for (const user of ['almelo.klantregisseur', 'almelo.functioneelbeheerder', 'wierden.privacyofficer', 'nuo.privacyofficer']) {
      expect((await eraseClient(served, id, {}, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(await counts(served)).toEqual([1, 1, 1, 1]);
  });
});

describe.each(dialects)('the retention run of a Werkplein on %s', (dialect) => {
  it.each([
    ['2016-11-24', [1, 1, 1, 1]],
    ['2016-11-23', [1, 1, 1, 1]],
    ['2016-11-22', [0, 0, 0, 0]],
  ])('on 2026-11-23 of a client whose dossier was closed on %s leaves %j', async (closedOn, left) => {
    const served = await werkpleinForTest(dialect);
    await closedClient(served, closedOn);
    const dry = await run(served, true);
    const clients = 1 - (left[3] as number);
    expect([dry.rows['Persoonsgegevens'], dry.rows['Dossiers'], await counts(served)]).toEqual([clients, clients, [1, 1, 1, 1]]);
    expect((await run(served, false)).rows['Persoonsgegevens']).toBe(clients);
    expect(await counts(served)).toEqual(left);
  });

  it('leaves the file of a client with an open dossier, and removes the older dossier by itself', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    const [open] = await served.db.read.em.findBy(DossierRow, { clientId: id });
    const old = { ...open, id: newIds('0141', systemClock)(), openClientId: null, status: 'CLOSED' as const, closedOn: '2001-01-01', openedOn: '2000-01-01' };
    await served.db.write((tx) => tx.em.insert(DossierRow, old as DossierRow));
    expect((await run(served, false)).rows).toMatchObject({ Dossiers: 1, Persoonsgegevens: 0 });
    expect((await served.db.read.em.find(DossierRow)).map((row) => row.id)).toEqual([open?.id]);
  });

  it('removes nothing of a kind whose term is unknown or unreadable, and follows the newest term', async () => {
    const served = await werkpleinForTest(dialect);
    await closedClient(served, '2010-01-01');
    const setTerm = (term: string, validFrom = '2020-01-01') =>
      served.db.write(async ({ em }) => {
        const [row] = await em.findBy(RetentionTerm, { kind: 'dossier' });
        await em.save(RetentionTerm, { ...(row as RetentionTerm), term, validFrom });
      });
    await setTerm('ten years');
    const unknown = await run(served, false);
    expect(unknown.report.parts).toContainEqual({ title: 'Dossiers', term: null, rows: 0 });
    expect((await eraseClient(served, (await served.db.read.em.find(ClientRow))[0]?.id as string)).answer.items[0].reason).toContain('niet bekend');
    await setTerm('P20Y');
    expect((await run(served, false)).rows['Dossiers']).toBe(0);
    await setTerm('P5Y', '2026-11-24');
    expect((await run(served, false)).rows['Dossiers']).toBe(0);
    await setTerm('P5Y', '2026-11-23');
    expect((await run(served, false)).rows['Dossiers']).toBe(1);
  });

  it.each([
    ['2026-11-30T22:59:59Z', 1],
    ['2026-11-30T23:00:00Z', 0],
  ])('at %s, seven days after 23 November in the Netherlands, leaves %i received commands of that day', async (instant, left) => {
    let clock: Clock = fixedClock('2026-11-23T22:30:00Z');
    const served = await werkpleinForTest(dialect, () => clock());
    await registered(served);
    clock = fixedClock(instant);
    await run(served, false);
    expect(await served.db.read.em.countBy(CommandRequest, { command: 'registerClient' })).toBe(left);
    expect(await served.db.read.em.count(ProcessingLogLine)).toBeGreaterThan(0);
  });

  it('removes 500 rows in one command and goes on with the next', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    const [open] = await served.db.read.em.findBy(DossierRow, { clientId: id });
    const newId = newIds('0141', systemClock);
    const rows = Array.from({ length: 620 }, () => ({
      ...(open as DossierRow),
      id: newId(),
      openClientId: null,
      status: 'CLOSED' as const,
      closedOn: '2001-01-01',
    }));
    await served.db.write((tx) => tx.em.insert(DossierRow, rows));
    const reports = [await run(served, false), await run(served, false), await run(served, false)];
    expect(reports.map(({ report, rows: { Dossiers } }) => [Dossiers, report.more])).toEqual([
      [500, true],
      [120, false],
      [0, false],
    ]);
  });

  it('is for the privacy officer and the functional manager', async () => {
    const served = await werkpleinForTest(dialect);
    expect((await run(served, true, 'almelo.functioneelbeheerder')).report.dryRun).toBe(true);
    for (const user of ['almelo.klantregisseur', 'wierden.privacyofficer', 'nuo.functioneelbeheerder']) {
      expect((await run(served, false, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });
});

describe.each(dialects)('correcting a client on %s', (dialect) => {
  it('reaches every field that may be wrong, and names the recipients', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served, { bsn: '999990019' });
    await disclosed(served, clientId);
    const document = `mutation ($input: CorrectClientInput!) { almelo { correctClient(input: $input) { __typename ... on AlmeloClientCorrected {
      recipients { organisation what from until } client { givenNames prefix familyName birthDate bsn ownReference address { street houseNumber houseNumberAddition postcode city } } } } } }`;
    const address = { street: 'Nieuwstraat', houseNumber: 3, houseNumberAddition: null, postcode: '7611AB', city: 'Wierden' };
    const fields = { givenNames: 'Piet', prefix: null, familyName: 'Smit', birthDate: '1990-01-02', ownReference: 'A-1' };
    const { data } = await served.ask('almelo.klantregisseur', document, {
      input: { requestId: requestId(), clientId, expectedVersion: 1, bsn: '999993653', address, ...fields },
    });
    expect(data.almelo.correctClient).toEqual({
      __typename: 'AlmeloClientCorrected',
      recipients: [{ organisation: 'NUO', what: 'naam', from: testDay, until: testDay }],
      client: { ...fields, bsn: '*****3653', address },
    });
  });
});
