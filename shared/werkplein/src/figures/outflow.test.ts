import { type Municipality, municipalities, newIds } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe } from 'vitest';
import { openDossiers } from '../dossiers/open-dossier.ts';
import { figureTable, inProgramme, leaves, type World } from '../testing/figure-world.ts';
import { intoProgramme, recordFollowUp, setAxis } from '../testing/figures.ts';
import { factsFor } from '../testing/index.ts';

const almelo = municipalities.find(({ code }) => code === '0141') as Municipality;
const quarter = { from: '2026-01-01', until: '2026-03-31' };
const third = { from: '2026-07-01', until: '2026-09-30' };

describe.each(dialects)('outflow to work on %s', (dialect) => {
  figureTable(dialect, 'UITSTROOM_NAAR_WERK', quarter, [
    [
      'work and work of one’s own count',
      async (w) => {
        await leaves(w, await inProgramme(w, '2026-01-05'), '2026-02-01', 'WORK');
        await leaves(w, await inProgramme(w, '2026-02-02'), '2026-03-31', 'SELF_EMPLOYMENT');
      },
      { numerator: 2, denominator: null, rows: { overig: 2, wsw: 0 } },
    ],
    ['another reason does not', async (w) => leaves(w, await inProgramme(w, '2026-01-05'), '2026-02-01', 'OTHER_INCOME'), { numerator: 0 }],
    ['the day after the period does not', async (w) => leaves(w, await inProgramme(w, '2026-01-05'), '2026-04-01'), { numerator: 0 }],
    [
      'somebody who leaves twice is one person',
      async (w) => {
        const clientId = await inProgramme(w, '2026-01-05');
        await leaves(w, clientId, '2026-01-20');
        w.at('2026-02-01');
        const { served, clock } = w;
        const recordedBy = { id: 'k', name: 'K' };
        const dossier = { clientId, klantregisseur: recordedBy, openedOn: '2026-02-01', recordedBy };
        await served.db.write((tx) => openDossiers(tx, { newId: newIds('0141', clock), clock }, factsFor(almelo).terms, [dossier]));
        await intoProgramme(served, clientId, '2026-02-01');
        await leaves(w, clientId, '2026-02-20');
      },
      { numerator: 1, rows: { overig: 1, wsw: 0 } },
    ],
    [
      'who was in the Wsw stands on a line of its own, also when that is recorded later',
      async (w) => {
        const clientId = await inProgramme(w, '2026-01-05');
        await leaves(w, clientId, '2026-02-01');
        await setAxis(w.served, clientId, 'WSW_STATUS', 'DIENSTBETREKKING_ART2', '2014-01-01', { employedAtWswClosing: true });
        await leaves(w, await inProgramme(w, '2026-02-02'), '2026-03-01');
      },
      { numerator: 2, rows: { overig: 1, wsw: 1 } },
    ],
  ]);

  // Closed on 15 January: 26 weeks end on 16 July.
  const left = async (world: World, observed?: { works: string; benefit: string }): Promise<string> => {
    const clientId = await inProgramme(world, '2026-01-05');
    await leaves(world, clientId, '2026-01-15');
    world.at('2026-07-20');
    if (observed) await recordFollowUp(world.served, { clientId, observedOn: '2026-07-16', ...observed });
    return clientId;
  };
  figureTable(dialect, 'DUURZAME_UITSTROOM_26W', third, [
    [
      'still works without a benefit',
      async (w) => void (await left(w, { works: 'YES', benefit: 'NO' })),
      { numerator: 1, denominator: 1, rows: { 'niet-blijvend': 0, onbekend: 0 } },
    ],
    [
      'has a benefit again',
      async (w) => void (await left(w, { works: 'YES', benefit: 'YES' })),
      { numerator: 0, denominator: 1, rows: { 'niet-blijvend': 1, onbekend: 0 } },
    ],
    [
      'works no more, benefit unknown',
      async (w) => void (await left(w, { works: 'NO', benefit: 'UNKNOWN' })),
      { numerator: 0, rows: { 'niet-blijvend': 1, onbekend: 0 } },
    ],
    [
      'is unknown when one answer is',
      async (w) => void (await left(w, { works: 'YES', benefit: 'UNKNOWN' })),
      { numerator: 0, rows: { 'niet-blijvend': 0, onbekend: 1 } },
    ],
    ['is unknown when nobody looked', async (w) => void (await left(w)), { numerator: 0, denominator: 1, rows: { 'niet-blijvend': 0, onbekend: 1 } }],
    [
      'is of a cohort by the end of the term, not by the closing',
      async (w) => leaves(w, await inProgramme(w, '2026-06-01'), '2026-07-16'),
      { numerator: 0, denominator: 0 },
    ],
    ['leaves out who did not leave to work', async (w) => leaves(w, await inProgramme(w, '2026-01-05'), '2026-01-15', 'OTHER_INCOME'), { denominator: 0 }],
    [
      'takes a correction for what it says',
      async (w) => {
        const clientId = await left(w, { works: 'NO', benefit: 'NO' });
        const known = await recordFollowUp(w.served, { clientId, observedOn: '2026-07-16', works: 'YES', benefit: 'NO' });
        await recordFollowUp(w.served, { clientId, observedOn: '2026-07-17', works: 'YES', benefit: 'NO', corrects: known.followUp.id });
      },
      { numerator: 1, rows: { 'niet-blijvend': 0, onbekend: 0 } },
    ],
  ]);
});
