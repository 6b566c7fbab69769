import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { insertPeople, ofUwv, participantRow } from '../orders/service-order.testing.ts';
import { loggingStatements, testId } from '../testing/index.ts';
import { freshPlacement } from './fresh.ts';
import { Placement } from './placement.entity.ts';
import { coach, coordinator, employer, otherRegie, regie, type World, worldFor } from './placement.testing.ts';

const row = (n: number, municipality: string, more: Partial<Placement>): Placement => ({
  ...freshPlacement,
  id: testId(52, n),
  participantId: testId(40, 200 + n),
  clientId: municipality === 'uwv' ? null : testId(7, 1200 + n, municipality),
  municipality,
  employerAliasId: employer,
  kind: 'REGULAR',
  status: 'PROPOSED',
  startsOn: '2026-08-10',
  hoursPerWeek: 20,
  proposedOn: '2026-08-03',
  implicitAgreementOn: '2026-08-06',
  ...more,
});
const given = async ({ nuo }: World, ...rows: Placement[]): Promise<void> => {
  await nuo.db.write(async (tx) => {
    for (const [n, { municipality, participantId: id }] of rows.entries()) {
      const person = municipality === 'uwv' ? ofUwv(300 + n) : participantRow(200 + n, { municipality });
      await insertPeople(tx, { ...person, id, personId: id });
    }
    await tx.em.insert(Placement, rows);
  });
};
const waiting =
  'query ($first: Int!, $after: String) { placementsAwaitingAgreement(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
const trials = (more = '') => `{ trialPlacementsReachingTerm(first: 20 ${more}) { nodes { id details { termEndsOn } } } }`;
const numbers = (nodes: { id: string }[]): number[] => nodes.map(({ id }) => Number(id.slice(-8)));

describe.each(dialects)('lists of placements on %s', (dialect) => {
  it('show what waits for the agreement of one’s own regie, in pages, and nobody else’s', async () => {
    const world = await worldFor(dialect);
    const late = { implicitAgreementOn: '2026-08-03' };
    await given(
      world,
      row(0, '0141', {}),
      row(1, '0189', {}),
      row(2, '0141', { proposedOn: '2026-07-31', kind: 'PROEFPLAATSING', implicitAgreementOn: null }),
      row(3, '0141', late),
      row(4, '0141', { status: 'AGREED' }),
      row(5, 'uwv', {}),
      row(6, '0141', {}),
    );
    const all = async (user: string) => {
      const found: number[] = [];
      for (let after: string | null = null; ; ) {
        const { data } = await world.nuo.ask(user, waiting, { first: 2, after });
        const { nodes, pageInfo } = data.placementsAwaitingAgreement;
        found.push(...numbers(nodes));
        if (!pageInfo.hasNextPage) return found;
        after = pageInfo.endCursor;
      }
    };
    expect(await all(regie)).toEqual([2, 0, 6]);
    expect(await all(otherRegie)).toEqual([1]);
    expect(await all(coordinator)).toEqual([5]);
    expect(await all(coach)).toEqual([2, 0, 1, 5, 6]);
    expect((await world.nuo.ask('nuo.accountmanager', waiting, { first: 2 })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('show the trial placements that reach two or six months soon, and those past it', async () => {
    const world = await worldFor(dialect);
    const trial = { kind: 'PROEFPLAATSING', status: 'ACTIVE' } as const;
    await given(
      world,
      row(0, '0141', { ...trial, termEndsOn: '2026-08-17' }),
      row(1, '0141', { ...trial, termEndsOn: '2026-08-18' }),
      row(2, '0141', { ...trial, termEndsOn: '2026-08-01' }),
      row(3, '0189', { ...trial, termEndsOn: '2026-08-04' }),
      row(4, '0141', { ...trial, status: 'PLANNED', termEndsOn: '2026-08-04' }),
      row(5, '0141', { ...trial, status: 'ENDED', endedOn: '2026-08-01', termEndsOn: '2026-08-04' }),
      row(6, '0141', { kind: 'REGULAR', status: 'ACTIVE' }),
    );
    const of = async (user: string, more = '') => numbers((await world.nuo.ask(user, trials(more))).data.trialPlacementsReachingTerm.nodes);
    expect(await of(regie)).toEqual([2, 0]);
    expect(await of(regie, 'withinDays: 15')).toEqual([2, 0, 1]);
    expect(await of(otherRegie)).toEqual([3]);
    expect(await of(coach)).toEqual([2, 3, 0]);
    expect((await world.nuo.ask(regie, trials('withinDays: -1'))).errors?.[0]?.extensions['problems'][0].path).toEqual(['withinDays']);
  });

  it.each([
    ['all of one’s own, latest start first', regie, '', [5, 4, 3, 2, 1, 0]],
    ['of every regie for uitvoering', coach, '', [6, 5, 4, 3, 2, 1, 0]],
    ['of one municipality', coach, '(municipality: "0189")', [6]],
    ['what is proposed; not what was agreed in silence', regie, '(filter: { states: [PROPOSED] })', [1, 0]],
    ['what is agreed, in silence too', regie, '(filter: { states: [AGREED] })', [3, 2]],
    ['none of no states', regie, '(filter: { states: [] })', []],
    ['of a kind', regie, '(filter: { kinds: [PROEFPLAATSING] })', [4]],
    ['what is to end soon', regie, '(filter: { endsBy: "2026-09-01" })', [5]],
  ])('show %s', async (_what, user, args, expected) => {
    const world = await worldFor(dialect);
    const day = (n: number) => ({ startsOn: `2026-08-1${n}` });
    await given(
      world,
      row(0, '0141', day(0)),
      row(1, '0141', { ...day(1), implicitAgreementOn: null }),
      row(2, '0141', { ...day(2), implicitAgreementOn: '2026-08-03' }),
      row(3, '0141', { ...day(3), status: 'AGREED' }),
      row(4, '0141', { ...day(4), status: 'ENDED', kind: 'PROEFPLAATSING', endedOn: '2026-08-20', expectedEndOn: '2026-08-20' }),
      row(5, '0141', { ...day(5), status: 'ACTIVE', expectedEndOn: '2026-09-01' }),
      row(6, '0189', { ...day(6), status: 'ACTIVE', expectedEndOn: '2026-09-02' }),
    );
    expect(numbers((await world.nuo.ask(user, `{ placements${args} { nodes { id } } }`)).data.placements.nodes)).toEqual(expected);
  });

  it('show all in pages', async () => {
    const world = await worldFor(dialect);
    await given(world, row(0, '0141', {}), row(1, '0141', {}), row(2, '0141', { startsOn: '2026-08-12' }));
    const page = async (after: string | null) =>
      (await world.nuo.ask(regie, 'query ($after: String) { placements(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }', { after })).data
        .placements;
    const first = await page(null);
    expect([numbers(first.nodes), numbers((await page(first.pageInfo.endCursor)).nodes)]).toEqual([[2, 1], [0]]);
  });

  it('take as many statements for six as for two', async () => {
    const world = await worldFor(dialect);
    await given(world, ...[0, 1, 2, 3, 4, 5].map((n) => row(n, '0141', {})));
    const document = (first: number) =>
      `{ placementsAwaitingAgreement(first: ${first}) { nodes { id employer { id } client { id } details { silence { text } agreedBy { name } steps { step } interruptions { startsOn } } } } }`;
    const counts = [];
    for (const first of [2, 6]) counts.push((await world.nuo.ask(regie, document(first))).statements);
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBe(4 + loggingStatements);
  });
});
