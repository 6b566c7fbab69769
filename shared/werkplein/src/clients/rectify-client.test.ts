import { AccessEvent, AuditEvent, fixedClock, ProcessingLogLine } from '@werkplein/kernel';
import { contentsOf, dialects, rectifyForTest } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { disclosed, moduleFor, registered, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';
import { ClientRow } from './client.entity.ts';

const clock = fixedClock(`${testDay}T10:00:00Z`);
const log = ['processing_log', 'access_event'];
const rectifying = ({ db }: TestWerkplein) => {
  const { subjects, subgraph } = moduleFor('almelo');
  return rectifyForTest(db, '0141', clock, subjects, subgraph.schema);
};

describe.each(dialects)('rectifying a client at the command line on %s', (dialect) => {
  it('shows in a trial what would change and who must hear of it, masks the BSN, and writes nothing but who was looked at', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served, { bsn: '999990019' });
    await disclosed(served, id);
    const before = await contentsOf(served.db, ...log);
    const { printed, report } = await rectifying(served)({ familyName: 'Berg', prefix: null, bsn: '999993653' }, '--client', id, '--dry-run');
    expect(await contentsOf(served.db, ...log)).toEqual(before);
    const table = 'Persoonsgegevens';
    expect(report).toEqual({
      format: 'werkplein-rectification/1',
      controller: { code: '0141', name: 'Almelo' },
      madeAt: clock().toISOString(),
      dryRun: true,
      subject: { kind: 'client', id },
      version: 1,
      changes: [
        { table, id, field: 'Tussenvoegsel', from: 'van der', to: null },
        { table, id, field: 'Achternaam', from: 'Bérg', to: 'Berg' },
        { table, id, field: 'Burgerservicenummer', from: '*****0019', to: '*****3653' },
      ],
      recipients: [{ organisation: 'NUO', what: 'naam', purpose: 'test', from: testDay, until: testDay }],
      warnings: [],
    });
    expect(printed).toMatch(/^Nothing was written\. Would change: Tussenvoegsel, Achternaam, Burgerservicenummer\nTo be told \(AVG art\. 19\): NUO\n/);
    expect(printed).not.toMatch(/Berg|Bérg|0019/);
    const event = await served.db.read.em.findOneByOrFail(AccessEvent, { employeeId: 'operator:test' });
    expect(event).toMatchObject({ subjectIds: [id], operation: 'command line: rectify' });
    const lines = await served.db.read.em.findBy(ProcessingLogLine, { traceId: event.traceId });
    expect(lines.map(({ name }) => name)).toEqual(['Wijzigen van gegevens van een cliënt']);
  });

  it('corrects by the same command as the graph: its rules, version, audit and line; the second time it is refused', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served, { bsn: '999990019' });
    const rectify = rectifying(served);
    const right = { expectedVersion: 1, familyName: 'Berg', address: { street: 'Kerkstraat', houseNumber: 3, postcode: '7607AB', city: 'Almelo' } };
    const { printed, report } = await rectify(right, '--client', id, '--apply');
    expect(printed).toContain('Changed: Achternaam, Straat, Huisnummer, Toevoeging\nNobody else has these data.');
    expect(report.changes).toContainEqual({ table: 'Persoonsgegevens', id, field: 'Straat', from: 'Dorpsstraat', to: 'Kerkstraat' });
    expect(await served.db.read.em.findOneByOrFail(ClientRow, { id })).toMatchObject({ familyName: 'Berg', searchName: 'berg jan', version: 2 });
    await expect(rectify(right, '--client', id, '--apply')).rejects.toThrow('Nothing was changed: {"__typename":"ClientVersionConflict","currentVersion":2}');
    const audit = await served.db.read.em.findBy(AuditEvent, { employeeId: 'operator:test' });
    expect(audit.map(({ action, subjectIds }) => [action, subjectIds])).toEqual([
      ['correctClient', [id]],
      ['correctClient', [id]],
    ]);
    const seen = await served.ask('almelo.privacyofficer', 'query ($id: ID!) { almelo { subjectAccess(clientId: $id) { json } } }', { id });
    expect(JSON.parse(seen.data.almelo.subjectAccess.json).commands.map(({ command }: { command: string }) => command)).toContain('correctClient');
  });

  it('gives the first answer again to the same requestId, with nothing left to change', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    const rectify = rectifying(served);
    const right = { requestId: 'letter-2026-0042', expectedVersion: 1, familyName: 'Berg' };
    expect((await rectify(right, '--client', id, '--apply')).report.changes).toHaveLength(1);
    expect((await rectify(right, '--client', id, '--apply')).report.changes).toEqual([]);
    expect(await served.db.read.em.findOneByOrFail(ClientRow, { id })).toMatchObject({ version: 2 });
    await expect(rectify({ ...right, familyName: 'Ander' }, '--client', id, '--apply')).rejects.toThrow(/requestId/);
  });

  it('is refused for a BSN of another client, in a trial too, and who was found is logged', async () => {
    const served = await werkpleinForTest(dialect);
    const [id, other] = [await registered(served), await registered(served, { bsn: '999990019' })];
    for (const how of ['--dry-run', '--apply'])
      await expect(rectifying(served)({ expectedVersion: 1, bsn: '999990019' }, '--client', id, how)).rejects.toThrow(
        `"clientId":"${other}","matchedOn":"BSN"`,
      );
    const events = await served.db.read.em.findBy(AccessEvent, { employeeId: 'operator:test' });
    expect(events.map(({ subjectIds }) => subjectIds)).toEqual([
      [id, other],
      [id, other],
    ]);
  });

  it.each([
    [
      'a field of another form',
      { bsn: 999990019, address: { street: 'K', houseNumber: 'drie' } },
      ['address.city', 'address.houseNumber', 'address.postcode', 'bsn', 'expectedVersion'],
    ],
    ['a field that is not there', { surname: 'Berg', clientId: 'x' }, ['clientId', 'expectedVersion', 'surname']],
    ['values that the rules refuse', { expectedVersion: 1, bsn: '999990018', birthDate: '2027-01-01', familyName: null }, ['birthDate', 'bsn', 'familyName']],
  ])('names each path of %s, repeats no value, and writes nothing', async (_, corrections, paths) => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    const before = await contentsOf(served.db);
    const message = await rectifying(served)(corrections, '--client', id, '--apply').then(
      () => '',
      (error: Error) => error.message,
    );
    expect(new Set([...message.matchAll(/^ {2}([\w.]+): /gm)].map(([, path]) => path))).toEqual(new Set(paths));
    expect(message).not.toMatch(/99999001|Berg|drie/);
    expect(await contentsOf(served.db)).toEqual(before);
  });

  it('says what is wrong with what was asked', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    const rectify = rectifying(served);
    await expect(rectify({}, '--client', id)).rejects.toThrow('--dry-run or --apply');
    await expect(rectify({}, '--client', id, '--apply', '--dry-run')).rejects.toThrow('--dry-run or --apply');
    await expect(rectify({}, '--dry-run')).rejects.toThrow('--client <id>');
    await expect(rectify({}, '--client', '0141:x', '--dry-run')).rejects.toThrow('Nothing with this id is held.');
    await expect(rectify('{"bsn": 99999001', '--client', id, '--dry-run')).rejects.toThrow(/corrections\.json is no JSON\.$/);
    await expect(rectify('[]', '--client', id, '--dry-run')).rejects.toThrow('holds no object');
  });
});
