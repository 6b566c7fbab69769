import { dialects } from '@werkplein/kernel/testing';
import { describe, expect } from 'vitest';
import { dossierCommand } from '../testing/dossiers.ts';
import { figureTable, inProgramme, leaves, type World } from '../testing/figure-world.ts';
import { registered } from '../testing/index.ts';

const partner = { klantregisseur: { id: 'k2', name: 'K Twee' } };

describe.each(dialects)('hand-overs on %s', (dialect) => {
  const assign = async (world: World, day: string, clientId: string, more: object = partner): Promise<void> => {
    world.at(day);
    const { result } = await dossierCommand(world.served, 'assignKlantregisseur', { clientId, ...more });
    expect(result.__typename).toBe('AlmeloKlantregisseurAssigned');
  };
  const first = { klantregisseur: { id: 'demo-almelo-klantregisseur', name: 'Demo' } };
  figureTable(dialect, 'OVERDRACHTEN_PER_CLIENT', { from: '2026-03-01', until: '2026-06-30' }, [
    ['the first assignment is none', async (w) => void (await inProgramme(w, '2026-03-02')), { numerator: 0, denominator: 1 }],
    [
      'another is one',
      async (w) => assign(w, '2026-04-01', await inProgramme(w, '2026-01-05')),
      { numerator: 1, denominator: 1, rows: { een: 1, twee: 0, meer: 0, meeste_werkplein: 1 } },
    ],
    [
      'of the period only',
      async (w) => {
        const clientId = await inProgramme(w, '2026-01-05');
        await assign(w, '2026-02-01', clientId);
        await assign(w, '2026-07-01', clientId, first);
      },
      { numerator: 0, denominator: 1 },
    ],
    ['who stands in is none', async (w) => assign(w, '2026-04-01', await inProgramme(w, '2026-01-05'), { ...partner, until: '2026-04-14' }), { numerator: 0 }],
    [
      'another for fourteen days is none',
      async (w) => {
        const clientId = await inProgramme(w, '2026-01-05');
        await assign(w, '2026-04-01', clientId);
        await assign(w, '2026-04-15', clientId, first);
      },
      { numerator: 0 },
    ],
    [
      'for a day longer there are two',
      async (w) => {
        const clientId = await inProgramme(w, '2026-01-05');
        await assign(w, '2026-04-01', clientId);
        await assign(w, '2026-04-16', clientId, first);
      },
      { numerator: 2, rows: { een: 0, twee: 1, meer: 0, meeste_werkplein: 2 } },
    ],
    [
      'of several clients the most that one had is told',
      async (w) => {
        for (const days of [['2026-04-01', '2026-04-20', '2026-05-10', '2026-05-30'], ['2026-04-01']]) {
          const clientId = await inProgramme(w, '2026-01-05');
          for (const [n, day] of days.entries()) await assign(w, day, clientId, n % 2 === 0 ? partner : first);
        }
      },
      { numerator: 5, rows: { een: 1, twee: 0, meer: 1, meeste_werkplein: 4 } },
    ],
    [
      'who is in no programme is not divided by',
      async (w) => {
        w.at('2026-01-05');
        await registered(w.served);
        await leaves(w, await inProgramme(w, '2026-01-05'), '2026-02-28');
        await leaves(w, await inProgramme(w, '2026-01-05'), '2026-03-01');
      },
      { numerator: 0, denominator: 1 },
    ],
  ]);
});
