import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { dossierIn } from '../testing/dossiers.ts';
import { loggingStatements, registered, sharedWerkplein } from '../testing/index.ts';

const asked = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Placement { confirmationAtAlmelo { confirmBy workingDaysLeft } } } }';
const placement = (startsOn: string, municipality = '0141') => ({
  __typename: 'Placement',
  id: 'nuo:01900000-0000-7000-8000-000000000001',
  startsOn,
  municipality,
});

describe.each(dialects)('how long regie has to confirm a placement on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  // The test day is Monday 23 November 2026; the Werkplein gives itself five working days.
  it.each([
    ['2026-11-23', { confirmBy: '2026-11-30', workingDaysLeft: 5 }],
    ['2026-11-20', { confirmBy: '2026-11-27', workingDaysLeft: 4 }],
    ['2026-11-21', { confirmBy: '2026-11-27', workingDaysLeft: 4 }],
    ['2026-11-16', { confirmBy: '2026-11-23', workingDaysLeft: 0 }],
    ['2026-11-13', { confirmBy: '2026-11-20', workingDaysLeft: -1 }],
    ['2026-04-24', { confirmBy: '2026-05-04', workingDaysLeft: -142 }],
    ['2026-11-24', null],
  ])('that began on %s is %j', async (startsOn, expected) => {
    const { data } = await served().ask('almelo.klantregisseur', asked, { r: [placement(startsOn)] });
    expect(data._entities[0].confirmationAtAlmelo).toEqual(expected);
  });

  it('says nothing of a placement of another municipality', async () => {
    const { data, errors } = await served().ask('almelo.klantregisseur', asked, { r: [placement('2026-11-23', '0189')] });
    expect([data._entities[0].confirmationAtAlmelo, errors]).toEqual([null, undefined]);
  });

  it('stands beside the caseload that it belongs to, in the statements that the page of the question says', async () => {
    for (let i = 0; i < 3; i += 1) await dossierIn(served(), await registered(served()), 'PLACEABLE');
    const caseload = '{ almelo { caseload(first: 50, filter: { status: PLACEABLE }) { nodes { id displayName dossier { version } } } } }';
    const { data, statements } = await served().ask('almelo.klantregisseur', caseload);
    expect([data.almelo.caseload.nodes.length, statements]).toEqual([3, 2 + loggingStatements]);
  });

  it('is read in one statement for however many placements, and by regie of the own municipality alone', async () => {
    const r = [placement('2026-11-20'), placement('2026-11-16'), placement('2026-11-13')];
    expect((await served().ask('almelo.klantregisseur', asked, { r })).statements).toBe(1);
    for (const user of ['nuo.trajectbegeleider', 'wierden.klantregisseur', 'almelo.rapporteur']) {
      const { data, errors } = await served().ask(user, asked, { r });
      expect([data._entities[0]?.confirmationAtAlmelo ?? null, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
  });
});
