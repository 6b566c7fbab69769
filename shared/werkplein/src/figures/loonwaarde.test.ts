import { dialects } from '@werkplein/kernel/testing';
import { describe } from 'vitest';
import { dossierCommand } from '../testing/dossiers.ts';
import { figureTable, inProgramme, type World } from '../testing/figure-world.ts';
import { placed } from '../testing/figures.ts';
import { formTasks, loonwaardeCommand } from '../testing/loonwaarde.ts';
import { granted } from '../testing/provisions.ts';

const onPeil = { measuredOn: '2026-06-30' };

describe.each(dialects)('the mean loonwaarde on %s', (dialect) => {
  const task = (pacePct: number) => [{ ...formTasks[0], timePct: 100, pacePct, qualityPct: 100, netTimePct: 100 }];
  const self = { expert: { id: 'demo-almelo-klantregisseur', name: 'K' }, expertOrganisation: '0141' };
  const worth = async ({ served }: World, clientId: string, functionName: string, pacePct: number, hoursPerWeek: number, validFrom: string): Promise<void> => {
    const step = async (name: Parameters<typeof loonwaardeCommand>[1], input: object) => (await loonwaardeCommand(served, name, input)).result;
    const { id } = (await step('requestLoonwaarde', { clientId, functionName, hoursPerWeek })).loonwaardebepaling;
    await step('planLoonwaarde', { id, expectedVersion: 1, plannedOn: validFrom, ...self });
    await step('carryOutLoonwaarde', { id, expectedVersion: 2, carriedOutOn: '2026-02-01', tasks: task(pacePct) });
    await step('establishLoonwaarde', { id, expectedVersion: 3, validFrom, reviewOn: '2027-06-01' });
  };
  const works = async (world: World): Promise<string> => {
    const clientId = await inProgramme(world, '2026-02-01');
    await placed(world.served, clientId, '2026-02-01');
    return clientId;
  };
  figureTable(dialect, 'GEM_LOONWAARDE', onPeil, [
    [
      'the mean is unweighted, by hours on a line of its own',
      async (w) => {
        const clientId = await works(w);
        await worth(w, clientId, 'Groen', 40, 36, '2026-02-01');
        await worth(w, clientId, 'Schoonmaak', 80, 12, '2026-02-01');
      },
      { numerator: 12000, denominator: 2, rows: { 'naar-uren': 50 } },
    ],
    [
      'of one function the newest counts, however it is written',
      async (w) => {
        const clientId = await works(w);
        await worth(w, clientId, 'Groen', 40, 36, '2026-02-01');
        await worth(w, clientId, 'groen ', 60, 36, '2026-05-01');
      },
      { numerator: 6000, denominator: 1 },
    ],
    [
      'the one before until the next begins',
      async (w) => {
        const clientId = await works(w);
        await worth(w, clientId, 'Groen', 40, 36, '2026-02-01');
        await worth(w, clientId, 'Groen', 60, 36, '2026-07-01');
      },
      { numerator: 4000, denominator: 1 },
    ],
    [
      'who is not placed does not count',
      async (w) => worth(w, await inProgramme(w, '2026-02-01'), 'Groen', 40, 36, '2026-02-01'),
      { numerator: 0, denominator: 0 },
    ],
    [
      'who was placed until before does not either',
      async (w) => {
        const clientId = await works(w);
        await worth(w, clientId, 'Groen', 40, 36, '2026-02-01');
        w.at('2026-06-01');
        await dossierCommand(w.served, 'resumeProgramme', { clientId, reason: 'Gestopt' });
      },
      { numerator: 0, denominator: 0 },
    ],
    [
      'a suspension ends no placement',
      async (w) => {
        const clientId = await works(w);
        await worth(w, clientId, 'Groen', 40, 36, '2026-02-01');
        w.at('2026-06-01');
        await dossierCommand(w.served, 'suspendDossier', { clientId, reason: 'Ziek' });
      },
      { numerator: 4000, denominator: 1 },
    ],
    [
      'the forfaitaire share is no loonwaarde',
      async (w) => {
        const clientId = await works(w);
        await granted(w.served, clientId, 'LKS', '2026-02-01', '2026-07-31', { decidedOn: '2026-02-01', forfait: true, hoursPerWeek: 24 }).catch(
          () => undefined,
        );
      },
      { numerator: 0, denominator: 0 },
    ],
  ]);
});
