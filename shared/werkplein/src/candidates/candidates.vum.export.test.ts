import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessEvent, fixedClock, type LoggedBy, newIds, newTrace, ProcessingLogLine, pseudonyms, writeJsonList } from '@werkplein/kernel';
import { dialects, testLogging, testPseudonymKey } from '@werkplein/kernel/testing';
import { problemsOf } from '@werkplein/vum';
import { describe, expect, it, onTestFinished } from 'vitest';
import { registered, requestId, type TestWerkplein, testDay, werkpleinForTest } from '../testing/index.ts';
import { vumProfiles } from './candidates.vum.export.ts';

const clock = fixedClock(`${testDay}T10:00:00Z`);
const pseudonym = pseudonyms(testPseudonymKey('0141'));
const by: LoggedBy = {
  principal: { employeeId: 'operator:test', displayName: 'operator:test', organisation: '0141', roles: ['functioneelbeheerder'] },
  clock,
  newId: newIds('0141', clock),
  startedAt: clock(),
  trace: { ...newTrace(), parentSpanId: '1'.repeat(16) },
  operation: 'export vum-profiles',
  purpose: null,
  logging: testLogging('0141'),
};
const saving = (served: TestWerkplein, clientId: string, visibility: string) =>
  served.ask(
    'almelo.klantregisseur',
    'mutation ($input: SaveCandidateInput!) { almelo { saveCandidate(input: $input) { ... on AlmeloCandidateSaved { candidate { id } } } } }',
    {
      input: {
        requestId: requestId(),
        clientId,
        visibility,
        informedOn: '2026-11-01',
        occupations: [{ text: 'Inpakker' }],
        hoursMin: 16.5,
        postcode4: '7607',
        needsGuidance: true,
      },
    },
  );
const fileName = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'vum-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'profielen.json');
};

describe.each(dialects)('the profiles for the region on %s', (dialect) => {
  it('are those that may be seen there, as matching profiles, each logged', async () => {
    const served = await werkpleinForTest(dialect);
    const [shared, forNuo, internal] = [await registered(served), await registered(served), await registered(served)];
    const { data } = await saving(served, shared, 'REGION_VUM');
    await saving(served, forNuo, 'NUO');
    await saving(served, internal, 'INTERNAL');
    const before = await served.db.read.em.count(AccessEvent);
    const file = fileName();
    const summary = await writeJsonList(file, vumProfiles('0141')(served.db, by));
    expect(summary).toMatchObject({ written: 1, refused: 0 });
    expect(Object.values(summary.notes)).toEqual([1, 1, 1]);

    const list = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[];
    expect(list.map(({ idWerkzoekende }) => idWerkzoekende)).toEqual([data.almelo.saveCandidate.candidate.id]);
    expect(problemsOf('MPWerkzoekende', list[0])).toEqual([]);
    expect(readFileSync(file, 'utf8')).not.toMatch(new RegExp(`${shared}|Bérg|Jan|7607`));

    const lines = (await served.db.read.em.find(ProcessingLogLine)).filter(({ processingActivityId }) =>
      processingActivityId.endsWith('verstrekken-profiel-vum'),
    );
    expect(lines.map(({ dataSubjectId }) => dataSubjectId)).toEqual([pseudonym(shared)]);
    expect(await served.db.read.em.count(AccessEvent)).toBe(before + 1);
  });

  it('leave no file behind when they cannot be logged', async () => {
    const served = await werkpleinForTest(dialect);
    await saving(served, await registered(served), 'REGION_VUM');
    await served.db.write(({ em }) => em.query('DROP TABLE access_event'));
    const file = fileName();
    await expect(writeJsonList(file, vumProfiles('0141')(served.db, by))).rejects.toMatchObject({ extensions: { code: 'PROCESSING_LOG_UNAVAILABLE' } });
    expect([existsSync(file), readdirSync(join(file, '..'))]).toEqual([false, []]);
  });

  it('are an empty list when nobody is', async () => {
    const served = await werkpleinForTest(dialect);
    const file = fileName();
    expect(await writeJsonList(file, vumProfiles('0141')(served.db, by))).toEqual({ written: 0, refused: 0, notes: {} });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([]);
  });
});
