import { lacking } from '@werkplein/indicators';
import { newIds, runImport } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lawParameterImport } from '../law-parameters/law-parameter.import.ts';
import { askedOf, figureTable, inProgramme, leaves, type World, worldOf } from '../testing/figure-world.ts';
import { factsBehind, setAxis } from '../testing/figures.ts';
import { granted, supportCommand } from '../testing/provisions.ts';

const onPeil = { measuredOn: '2026-06-30' };
const quarter = { from: '2026-01-01', until: '2026-03-31' };

describe.each(dialects)('beschut werk in figures on %s', (dialect) => {
  const established = async (world: World, day = '2026-02-01'): Promise<string> => {
    const clientId = await inProgramme(world, day);
    await setAxis(world.served, clientId, 'BESCHUT', 'VASTGESTELD', day);
    return clientId;
  };
  const place = async ({ served }: World, clientId: string, startsOn: string): Promise<string> => {
    const decisionId = await granted(served, clientId, 'BESCHUT_WERK', startsOn, null, { decidedOn: startsOn });
    const { result, errors } = await supportCommand(served, 'startProvision', { clientId, kind: 'BESCHUT_WERK', startsOn, executor: 'NUO', decisionId });
    if (!result?.provision) throw new Error(JSON.stringify(errors ?? result));
    return result.provision.id as string;
  };
  figureTable(dialect, 'WACHTLIJST_BESCHUT', onPeil, [
    ['who is established waits', async (w) => void (await established(w)), { numerator: 1 }],
    [
      'advice alone does not',
      async (w) => void (await setAxis(w.served, await inProgramme(w, '2026-02-01'), 'BESCHUT', 'ADVIES_POSITIEF', '2026-02-01')),
      { numerator: 0 },
    ],
    [
      'from the day that it holds',
      async (w) => void (await setAxis(w.served, await inProgramme(w, '2026-02-01'), 'BESCHUT', 'VASTGESTELD', '2026-07-01')),
      { numerator: 0 },
    ],
    ['who has a place waits no more', async (w) => void (await place(w, await established(w), '2026-02-01')), { numerator: 0 }],
    [
      'a place from tomorrow on is none yet',
      async (w) => {
        const clientId = await established(w);
        w.at('2026-07-01');
        await place(w, clientId, '2026-07-01');
      },
      { numerator: 1 },
    ],
    [
      'an interruption keeps the place',
      async (w) => {
        const id = await place(w, await established(w), '2026-02-01');
        w.at('2026-05-01');
        await supportCommand(w.served, 'interruptProvision', { id, expectedVersion: 1, lastDay: '2026-05-01' });
      },
      { numerator: 0 },
    ],
    [
      'who lost the place waits again',
      async (w) => {
        const id = await place(w, await established(w), '2026-02-01');
        w.at('2026-05-01');
        await supportCommand(w.served, 'endProvision', { id, expectedVersion: 1, lastDay: '2026-04-30', reason: 'ILLNESS' });
      },
      { numerator: 1 },
    ],
    ['a closed dossier does not wait', async (w) => leaves(w, await established(w), '2026-06-29', 'OTHER_INCOME'), { numerator: 0 }],
    ['until the day of closing', async (w) => leaves(w, await established(w), '2026-06-30', 'OTHER_INCOME'), { numerator: 1 }],
  ]);

  it('BESCHUT_GEREALISEERD_VS_TAAKSTELLING is divided by the taakstelling of the year; a later set changes what is known later, and unknown is not zero', async () => {
    const world = await worldOf(dialect);
    const folder = mkdtempSync(join(tmpdir(), 'taakstelling-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const load = async (...rows: string[]): Promise<void> => {
      const file = join(folder, 'law.csv');
      writeFileSync(file, ['code;waarde;geldig vanaf;geldig tot en met;bevestigd;bron;toelichting;set', ...rows].join('\n'));
      const ctx = { newId: newIds('0141', world.clock), clock: world.clock };
      expect(await runImport({ file, spec: lawParameterImport('0141'), db: world.served.db, ctx, dryRun: false })).toMatchObject({ created: rows.length });
    };
    const code = 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING';
    await load('BESCHUT_TAAKSTELLING;20;2026-01-01;2026-12-31;ja;Regeling 2026;;2026-01', 'BESCHUT_TAAKSTELLING;24;2027-01-01;;nee;Regeling 2027;;2026-01');
    const then = world.clock();
    world.at('2026-06-01');
    await load('BESCHUT_TAAKSTELLING;22;2026-01-01;2026-12-31;ja;Verbeterd;;2026-06');
    const on = (measuredOn: string, knownAt?: Date) => askedOf(world, code, { measuredOn }, knownAt);
    expect(await on('2026-12-31', then)).toMatchObject({ numerator: null, denominator: 20, missing: [] });
    expect(await on('2026-12-31')).toMatchObject({ denominator: 22 });
    expect(await on('2027-12-31')).toMatchObject({ denominator: 24 });
    expect(await on('2025-12-31')).toMatchObject({ denominator: null, missing: [lacking('de taakstelling op 2025-12-31')] });
    const facts = await factsBehind(world.served, code, 'DENOMINATOR', { ...quarter, measuredOn: '2026-12-31', knownAt: world.clock() });
    expect(facts.map(({ contribution }) => contribution)).toEqual([22]);
  });

  it('the waiting list is as long as the figure says', async () => {
    const world = await worldOf(dialect);
    await established(world);
    await place(world, await established(world), '2026-02-01');
    const { data } = await world.served.ask('almelo.klantregisseur', '{ almelo { taakstelling { waiting } } }');
    expect(await askedOf(world, 'WACHTLIJST_BESCHUT', { measuredOn: '2026-02-01' })).toMatchObject({ numerator: data.almelo.taakstelling.waiting });
  });
});
