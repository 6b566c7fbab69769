import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newIds, runImport } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Participant } from '../participants/participant.entity.ts';
import { nuoForTest, testClock } from '../testing/index.ts';
import { newWorker } from '../testing/sheltered.ts';
import { handicapCodesImport } from './handicap-codes.import.ts';
import { IndicationHandicap } from './indication.entity.ts';

describe.each(dialects)('handicap codes from a file on %s', (dialect) => {
  it('come with an indication, by our number or that of the source; a second run writes nothing, another code replaces', async () => {
    const nuo = await nuoForTest(dialect);
    const [first, second] = [await newWorker(nuo), await newWorker(nuo)];
    await nuo.db.write(({ em }) => em.update(Participant, { id: second }, { sourceSystem: 'SOWECO', sourceKey: 'D2' }));
    const folder = mkdtempSync(join(tmpdir(), 'handicap-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'codes.csv');
    const run = (...lines: string[]) => {
      writeFileSync(file, ['deelnemer;besluit van;code 1;code 2;code 3', ...lines].join('\n'));
      return runImport({ file, spec: handicapCodesImport, db: nuo.db, ctx: { clock: testClock, newId: newIds('nuo', testClock) }, dryRun: false });
    };
    const good = [`${first};01-01-2015;101;202;`, 'D2;2015-01-01;303;;'];
    expect(await run(...good)).toMatchObject({ created: 2, rejected: 0 });
    expect(await run(...good)).toMatchObject({ unchanged: 2, created: 0 });
    expect(await run('D2;2015-01-01;404;;')).toMatchObject({ updated: 1 });
    expect((await nuo.db.read.em.find(IndicationHandicap)).map(({ position, code }) => `${position}:${code}`).toSorted()).toEqual(['1:101', '1:404', '2:202']);
    expect(await run('D2;2015-01-02;404;;', 'D9;2015-01-01;404;;', 'D2;x;4;;')).toMatchObject({ created: 0, rejected: 3 });
    expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toMatch(/geen indicatie van deze dag[\s\S]*geen indicatie van deze dag[\s\S]*drie cijfers/);
  });
});
