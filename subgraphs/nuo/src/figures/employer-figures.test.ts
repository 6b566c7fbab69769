import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { contactOn, plan } from '../contact-plans/contact-plan.testing.ts';
import { command as send } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { newParticipant, newPlacement } from '../testing/sheltered.ts';
import { askFacts, askParts, setClock } from './figures.testing.ts';

let sent = 0;
/** Contacts of these tests number their requests too. */
const command = (nuo: TestNuo, user: string, name: string, input: object, show = '') => {
  sent += 1;
  return send(nuo, user, name, { requestId: `employer-figures-${sent}`, ...input }, show);
};
const empty = { ...testDemo(3), contactMoments: [], participants: [], placements: [] };
const at = (n: number) => ({ employerId: idOf('employer', n) });
const place = { name: 'Filiaal', street: 'Dorpsstraat', houseNumber: '9', postcode: '7641AB', city: 'Wierden' };

describe.each(dialects)('active employers on %s', (dialect) => {
  const counts = async (nuo: TestNuo, asked: object = {}) => {
    const told = await askParts(nuo, 'WERKGEVERS_ACTIEF', asked);
    return ['0141', '0189', 'all'].map((of) => told[of]?.numerator);
  };

  it('count once each, in every municipality with a branch, so the total is no sum', async () => {
    const nuo = await nuoForTest(dialect, empty);
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', at(0));
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-02', at(0));
    await newPlacement(nuo, await newParticipant(nuo), { startsOn: '2025-01-01', sourceSystem: 'SOWECO', sourceKey: 'a' });
    expect(await counts(nuo)).toEqual([1, 0, 1]);
    const added = await command(nuo, 'nuo.accountmanager', 'addBranch', { ...at(0), ...place, municipality: '0189' });
    expect(added.__typename).toBe('BranchAdded');
    expect(await counts(nuo)).toEqual([1, 1, 1]);
    expect((await askParts(nuo, 'WERKGEVERS_ACTIEF')).all.value).toBe(1);
    for (const of of ['0141', '0189', null]) expect(await askFacts(nuo, 'WERKGEVERS_ACTIEF', 'NUMERATOR', of)).toHaveLength(1);
  });

  it.each<[string, (nuo: TestNuo) => Promise<unknown>, number]>([
    ['a contact that did not succeed', (nuo) => contactOn(nuo, 'nuo.accountmanager', '2026-08-01', { ...at(0), succeeded: false }), 0],
    [
      'a placement that ended before the period',
      async (nuo) => newPlacement(nuo, await newParticipant(nuo), { status: 'ENDED', startsOn: '2025-01-01', endedOn: '2025-12-31' }),
      0,
    ],
    [
      'a placement that ended on its first day',
      async (nuo) => newPlacement(nuo, await newParticipant(nuo), { status: 'ENDED', startsOn: '2025-01-01', endedOn: '2026-01-01' }),
      1,
    ],
    ['a placement that is planned', async (nuo) => newPlacement(nuo, await newParticipant(nuo), { status: 'PLANNED' }), 0],
  ])('count %s', async (_, happen, active) => {
    const nuo = await nuoForTest(dialect, empty);
    await happen(nuo);
    expect(await counts(nuo)).toEqual([active, 0, active]);
  });

  it('are one after a merge, two again after it was undone, and what they were for whoever knew it then', async () => {
    const time = setClock();
    const nuo = await nuoForTest(dialect, empty, undefined, time.clock);
    for (const n of [0, 1]) await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', at(n));
    await command(nuo, 'nuo.accountmanager', 'addBranch', { ...at(1), ...place, municipality: '0189' });
    time.at('2026-08-04T10:00:00Z');
    const merged = await command(
      nuo,
      'nuo.coordinator',
      'mergeEmployers',
      { survivorId: idOf('employer', 0), vanishingId: idOf('employer', 1), survivorVersion: 1, vanishingVersion: 1 },
      '... on EmployersMerged { mergeId }',
    );
    time.at('2026-08-05T10:00:00Z');
    const between = await counts(nuo);
    expect((await command(nuo, 'nuo.coordinator', 'undoMerge', { mergeId: merged.mergeId })).__typename).toBe('MergeUndone');
    const known = (knownAt: string) => counts(nuo, { knownAt });
    expect([await known('2026-08-04T09:59:59.000Z'), between, await known('2026-08-05T09:59:59.000Z'), await counts(nuo)]).toEqual([
      [2, 1, 2],
      [1, 1, 1],
      [1, 1, 1],
      [2, 1, 2],
    ]);
  });
});

describe.each(dialects)('contacts on %s', (dialect) => {
  it('count for who recorded them, a visit together once, by steering and direction', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const others = [{ employeeId: 'x1', name: 'Collega', organisation: '0141' }];
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', { ...at(0), steering: 'VRAAGGESTUURD', others });
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', { ...at(0), steering: 'AANBODGESTUURD', direction: 'INCOMING' });
    await contactOn(nuo, 'wierden.accountmanager', '2026-08-02', { ...at(0), steering: 'AANBODGESTUURD', others: [{ ...others[0], organisation: '0189' }] });
    await contactOn(nuo, 'wierden.accountmanager', '2026-08-02', { ...at(0), succeeded: false });
    const told = await askParts(nuo, 'CONTACTEN');
    expect([told['0141']?.numerator, told['0189'], told.all]).toEqual([
      0,
      expect.objectContaining({ numerator: 1, rows: { 'AANBODGESTUURD:OUTGOING': 1, gezamenlijk: 0 } }),
      expect.objectContaining({
        numerator: 3,
        rows: { '0189:AANBODGESTUURD:OUTGOING': 1, 'nuo:AANBODGESTUURD:INCOMING': 1, 'nuo:VRAAGGESTUURD:OUTGOING': 1, gezamenlijk: 1 },
      }),
    ]);
    expect(await askFacts(nuo, 'CONTACTEN', 'NUMERATOR', null)).toHaveLength(3);
  });

  it('are replaced by a correction, for whoever knows of it', async () => {
    const time = setClock();
    const nuo = await nuoForTest(dialect, empty, undefined, time.clock);
    const wrong = await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', at(0));
    const contactMomentId = wrong.contactMoment?.id ?? (await askFacts(nuo, 'CONTACTEN', 'NUMERATOR', null))[0]?.ref;
    time.at('2026-09-01T10:00:00Z');
    const right = { occurredAt: '2026-07-31T09:00:00Z', channel: 'VISIT', direction: 'OUTGOING', steering: 'VRAAGGESTUURD', subject: 'Bezoek', report: '' };
    expect((await command(nuo, 'nuo.accountmanager', 'correctContactMoment', { contactMomentId, ...right })).__typename).toBe('ContactMomentCorrected');
    const august = async (knownAt?: string) =>
      (await askParts(nuo, 'CONTACTEN', { from: '2026-08-01', until: '2026-08-31', ...(knownAt && { knownAt }) })).all.numerator;
    expect([await august('2026-09-01T09:59:59.000Z'), await august()]).toEqual([1, 0]);
    expect((await askParts(nuo, 'CONTACTEN')).all.numerator).toBe(1);
  });
});

describe.each(dialects)('double approaches on %s', (dialect) => {
  it('that were prevented count once for each attempt, beside those that went on and the real ones', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    await plan(nuo, 'nuo.accountmanager');
    for (let i = 0; i < 3; i += 1) await plan(nuo, 'wierden.accountmanager');
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', at(1));
    const resting = { ...at(1), contactPersonId: idOf('person', 1) };
    await plan(nuo, 'almelo.accountmanager', resting);
    await plan(nuo, 'wierden.accountmanager', resting);
    await plan(nuo, 'wierden.accountmanager', { ...resting, confirm: true, reason: 'Spoed' });
    await contactOn(nuo, 'wierden.accountmanager', '2026-08-02', at(1));
    await contactOn(nuo, 'almelo.accountmanager', '2026-08-02', { ...at(1), direction: 'INCOMING' });
    const told = await askParts(nuo, 'VOORKOMEN_DUBBELINGEN', { from: '2026-08-01', until: '2026-08-31' });
    const shown = (of: string) => [told[of]?.numerator, told[of]?.rows['doorgezet'] ?? 0, told[of]?.rows['dubbel'] ?? 0];
    expect([shown('0141'), shown('0189'), shown('all')]).toEqual([
      [1, 0, 0],
      [1, 1, 1],
      [2, 1, 1],
    ]);
    const july = await askParts(nuo, 'VOORKOMEN_DUBBELINGEN', { from: '2026-07-01', until: '2026-07-31' });
    expect([july.all.numerator, july.all.rows['doorgezet'], july.all.rows['dubbel']]).toEqual([0, 0, 0]);
  });

  it('are what was known: an attempt that later went on was prevented until then', async () => {
    const time = setClock();
    const nuo = await nuoForTest(dialect, { ...empty, ...testDemo(1), contactMoments: [] }, undefined, time.clock);
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', at(0));
    expect((await plan(nuo, 'wierden.accountmanager')).__typename).toBe('ContactNeedsReason');
    time.at('2026-08-04T10:00:00Z');
    expect((await plan(nuo, 'wierden.accountmanager', { confirm: true, reason: 'Spoed' })).__typename).toBe('ContactPlanned');
    const prevented = async (knownAt?: string) => {
      const { all } = await askParts(nuo, 'VOORKOMEN_DUBBELINGEN', knownAt ? { knownAt } : {});
      return [all.numerator, all.rows['doorgezet']];
    };
    expect([await prevented('2026-08-04T09:59:59.000Z'), await prevented()]).toEqual([
      [1, 0],
      [0, 2],
    ]);
  });
});
