import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessEvent, AuditEvent, CommandRequest, newIds, newTrace, ProcessingLogLine, pseudonyms, requestContext, systemClock } from '@werkplein/kernel';
import { dialects, testLogging, testPseudonymKey } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { AxisValue } from '../doelgroep/doelgroep.rules.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { ProvisionRow } from '../provisions/provision.entity.ts';
import { registered, requestId, sharedWerkplein } from '../testing/index.ts';
import { establishedLoonwaarde } from '../testing/loonwaarde.ts';
import { granted, supportCommand } from '../testing/provisions.ts';
import { SrgDeliveryRow } from './srg-delivery.entity.ts';
import { srgTask } from './srg.task.ts';

const newId = newIds('0141', systemClock);
const deliver = `mutation ($input: DeliverSrgInput!) { almelo { deliverSrg(input: $input) { __typename
  ... on SrgReport { month persons provisions subsidies outside rejectedCount rejected { clientId provisionId reason text } file digest }
  ... on SrgFolderMissing { month } } } }`;
const quality = 'almelo.kwaliteitsmedewerker';
const month = '2026-11';

describe.each(dialects)('the monthly delivery for the SRG on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const ask = async (input: object = {}, user = quality) => {
    const answer = await served().ask(user, deliver, { input: { requestId: requestId(), month, ...input } });
    return { ...answer, report: answer.data?.almelo?.deliverSrg };
  };
  const client = async (grondslag: AxisValue | null, bsn: string | null): Promise<string> => {
    const clientId = await registered(served(), { ...(bsn && { bsn }), familyName: 'Levering' });
    if (grondslag !== null)
      await served().db.write(({ em }) =>
        em.insert(DoelgroepRow, {
          id: newId(),
          clientId,
          axis: 'GRONDSLAG',
          value: grondslag,
          validFrom: '2020-01-01',
          validUntil: null,
          source: 'test',
          recordedAt: new Date(0),
          supersededAt: null,
        }),
      );
    return clientId;
  };
  const provision = async (clientId: string, kind: string, startsOn: string, more: object = {}): Promise<string> => {
    const { result } = await supportCommand(served(), 'startProvision', { clientId, kind, executor: 'NUO', startsOn, ...more });
    if (!result?.provision) throw new Error(JSON.stringify(result));
    return result.provision.id as string;
  };
  const ids: Record<string, string> = {};
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'werkplein-srg-'));
    ids['whole'] = await client('NUG', '999990019');
    const jobcoach = await granted(served(), ids['whole'], 'JOBCOACH', '2026-09-01', null);
    await provision(ids['whole'], 'JOBCOACH', '2026-09-14', { decisionId: jobcoach });
    const loonwaardeId = await establishedLoonwaarde(served(), ids['whole']);
    const lks = await granted(served(), ids['whole'], 'LKS', '2026-11-01', null, { loonwaardeId, monthlyCents: 101_021 });
    await provision(ids['whole'], 'LOONKOSTENSUBSIDIE', '2026-11-03', { decisionId: lks });
    const ended = await provision(ids['whole'], 'OTHER_FACILITATING', '2026-11-04');
    await supportCommand(served(), 'endProvision', { id: ended, expectedVersion: 1, reason: 'COMPLETED', lastDay: '2026-11-10' });
    // Corrected later: the delivery is of what is known now.
    await supportCommand(served(), 'correctProvision', { id: ended, expectedVersion: 2, uses: [{ from: '2026-11-05', until: '2026-11-10' }] });
    ids['codeless'] = await provision(ids['whole'], 'TRAINING', '2026-11-06');
    ids['withoutBsn'] = await client('IOAW', null);
    await provision(ids['withoutBsn'], 'OTHER_WORKPLACE', '2026-11-02');
    ids['wsw'] = await client('WSW', '999993653');
    await provision(ids['wsw'], 'OTHER_WORKPLACE', '2026-11-02');
    ids['before'] = await client('NUG', '999994669');
    const past = await provision(ids['before'], 'OTHER_WORKPLACE', '2026-09-01');
    await supportCommand(served(), 'endProvision', { id: past, expectedVersion: 1, reason: 'COMPLETED', lastDay: '2026-10-31' });
    await client('NUG', '999992740');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const expected = { persons: 1, provisions: 2, subsidies: 1, outside: 1, rejectedCount: 2 };
  const inFolder = (): void => {
    process.env['ALMELO_SRG_FOLDER'] = folder;
    onTestFinished(() => void delete process.env['ALMELO_SRG_FOLDER']);
  };
  const lines = (subjectId: string) =>
    served().db.read.em.countBy(ProcessingLogLine, {
      dataSubjectId: pseudonyms(testPseudonymKey('0141'))(subjectId),
      name: 'Leveren van gegevens voor de Statistiek Re-integratie door Gemeenten aan het CBS',
    });

  it('tells in a dry run what it would hold and what it leaves out and why, and writes nothing', async () => {
    inFolder();
    served().travel('2026-12-02');
    const { report } = await ask();
    expect(report).toMatchObject({ __typename: 'SrgReport', month, ...expected, file: null, digest: null });
    expect(report.rejected.map(({ clientId, provisionId, reason }: Record<string, unknown>) => [clientId, provisionId, reason])).toEqual(
      expect.arrayContaining([
        [ids['withoutBsn'], null, 'NO_BSN'],
        [ids['whole'], ids['codeless'], 'NO_CODE'],
      ]),
    );
    expect(report.rejected.every(({ text }: { text: string }) => text.length > 10)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(await served().db.read.em.count(SrgDeliveryRow)).toBe(0);
  });

  it('writes the records of each group to a file, with a line in the log for each person and the command in the audit', async () => {
    inFolder();
    served().travel('2026-12-02');
    const before = await lines(ids['whole'] as string);
    const input = { requestId: requestId(), dryRun: false };
    const { report } = await ask(input);
    expect(report).toMatchObject({ ...expected, file: 'srg-0141-2026-11.jsonl', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const path = join(folder, 'srg-0141-2026-11.jsonl');
    const text = readFileSync(path, 'utf8');
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual([
      { groep: 'LEVERING', gemeente: '0141', maand: month, gemaaktOp: '2026-12-02T10:00:00.000Z', personen: 1, voorzieningen: 2, loonkostensubsidies: 1 },
      { groep: 'PERSOON', bsn: '999990019', geboortedatum: '1985-04-03', grondslag: 'NUG' },
      { groep: 'VOORZIENING', bsn: '999990019', type: '30', begin: '2026-09-14', eind: null, uitvoerder: 'NUO' },
      { groep: 'VOORZIENING', bsn: '999990019', type: '59', begin: '2026-11-05', eind: '2026-11-10', uitvoerder: 'NUO' },
      { groep: 'LOONKOSTENSUBSIDIE', bsn: '999990019', begin: '2026-11-03', eind: null, loonwaarde: 55.8, forfait: false, bedragPerMaandInCenten: 101_021 },
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect([await lines(ids['whole'] as string), await lines(ids['wsw'] as string), await lines(ids['before'] as string)]).toEqual([before + 1, 0, 0]);
    const [delivery] = await served().db.read.em.find(SrgDeliveryRow);
    expect(delivery).toMatchObject({ month, persons: 1, rejected: 2, outside: 1, digest: report.digest, writtenById: 'demo-almelo-kwaliteitsmedewerker' });
    expect(await served().db.read.em.countBy(AuditEvent, { action: 'deliverSrg' })).toBe(1);
    // The second time by the same request: the first answer, and no second delivery.
    expect((await ask(input)).report).toEqual(report);
    expect([readdirSync(folder), await served().db.read.em.count(SrgDeliveryRow)]).toEqual([['srg-0141-2026-11.jsonl'], 1]);
    const listed = await served().ask('almelo.rapporteur', '{ almelo { srgDeliveries { month persons rejected file } } }');
    expect(listed.data.almelo.srgDeliveries).toEqual([{ month, persons: 1, rejected: 2, file: 'srg-0141-2026-11.jsonl' }]);
  });

  it('has a BSN in the file alone: not in an answer, a row or a log', async () => {
    inFolder();
    served().travel('2026-12-02');
    const { report } = await ask({ dryRun: false });
    const kept = await Promise.all(
      [CommandRequest, AuditEvent, AccessEvent, ProcessingLogLine, SrgDeliveryRow].map((entity) => served().db.read.em.find<object>(entity)),
    );
    expect(JSON.stringify([report, kept])).not.toContain('999990019');
  });

  it('at the command line goes to the file that is named, with what was left out beside it; the screen shows numbers only', async () => {
    const ctx = requestContext({
      principal: { employeeId: 'operator:test', displayName: 'Beheer', organisation: '0141', roles: ['functioneelbeheerder'] },
      db: served().db,
      home: '0141',
      clock: () => new Date('2026-12-02T10:00:00Z'),
      newId,
      trace: { ...newTrace(), parentSpanId: '1'.repeat(16) },
      operation: 'command line: srg',
      purpose: null,
      logging: testLogging('0141'),
    });
    onTestFinished(() => void (process.exitCode = undefined));
    const run = srgTask(served().vault);
    const out = join(folder, 'cli.jsonl');
    const dry = await run(ctx, ['--month', month, '--dry-run']);
    expect(dry).toContain(
      '1 personen, 2 voorzieningen, 1 loonkostensubsidies; 1 cliënten vallen buiten de statistiek.\nNiet geschreven (proef).\n2 weggelaten.',
    );
    expect(dry).toContain('1 keer: Van deze cliënt is geen BSN bekend.');
    const printed = await run(ctx, ['--month', month, '--out', out]);
    expect(printed).toMatch(/Geschreven: cli\.jsonl, SHA-256 [0-9a-f]{64}/);
    expect(`${dry}${printed}${readFileSync(`${out}.rejected.json`, 'utf8')}`).not.toMatch(/99999|Levering/);
    expect(process.exitCode).toBe(2);
    for (const args of [
      ['--month', month],
      ['--out', out],
      ['--month', month, '--out', out, '--dry-run'],
    ])
      await expect(run(ctx, args)).rejects.toThrow('Say which month');
    await expect(run(ctx, ['--month', '2026-12', '--dry-run'])).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  });

  it('leaves no file when it cannot be written, and nothing half', async () => {
    process.env['ALMELO_SRG_FOLDER'] = join(folder, 'absent');
    onTestFinished(() => void delete process.env['ALMELO_SRG_FOLDER']);
    served().travel('2026-12-02');
    const count = await served().db.read.em.count(SrgDeliveryRow);
    expect((await ask({ dryRun: false })).errors?.[0]?.extensions['code']).toBe('INTERNAL');
    expect(await served().db.read.em.count(SrgDeliveryRow)).toBe(count);
  });

  it('needs a folder, a month that is over, and somebody who may', async () => {
    served().travel('2026-12-02');
    expect((await ask({ dryRun: false })).report).toEqual({ __typename: 'SrgFolderMissing', month });
    for (const wrong of ['2026-12', '2026-13', 'x'])
      expect((await ask({ month: wrong })).errors?.[0]?.extensions['problems'][0].path).toEqual(['input', 'month']);
    for (const user of ['almelo.klantregisseur', 'almelo.rapporteur', 'nuo.coordinator', 'wierden.kwaliteitsmedewerker'])
      expect((await ask({}, user)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await served().db.read.em.countBy(ProvisionRow, { clientId: ids['whole'] as string })).toBe(4);
  });
});
