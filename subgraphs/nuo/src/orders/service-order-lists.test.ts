import { ProcessingLogLine } from '@werkplein/kernel';
import { dialects, newAsking } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../participants/participant.entity.ts';
import { loggingStatements, nuoForTest, type TestNuo, testId } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import type { ServiceOrder } from './service-order.entity.ts';
import { coach, coordinator, insertOrders, insertPeople, ofUwv, orderRow, otherRegie, participantRow, place, regie } from './service-order.testing.ts';

const dinkelland = (n: number): Participant =>
  participantRow(n, {
    clientId: null,
    municipality: '1774',
    commissionerKind: 'OTHER_MUNICIPALITY',
    commissionerCode: '1774',
    commissionerReference: `D-${n}`,
  });
const wierden = (n: number): Participant => participantRow(n, { municipality: '0189' });

/** Orders of Almelo (0 to 4), Wierden (5), UWV (6) and Dinkelland (7); 3 is a concept. */
const people = [1, 1, 1, 1, 2].map((n) => participantRow(n));
const persons = [participantRow(1), participantRow(2), wierden(5), ofUwv(6), dinkelland(7)];
const at = (n: number): Participant => people[n] as Participant;
const rows: ServiceOrder[] = [
  orderRow(0, at(0), { service: 'DIAGNOSIS', status: 'OFFERED', respondBy: '2026-07-31', startsOn: '2026-08-01' }),
  orderRow(1, at(1), { service: 'TRAINING', status: 'IN_PROGRESS', respondBy: '2026-06-01', startsOn: '2026-06-10' }),
  orderRow(2, at(2), { service: 'MEDIATION', status: 'HANDED_BACK', respondBy: '2026-03-01', startsOn: '2026-03-10' }),
  orderRow(3, at(3), { service: 'JOB_COACHING', status: 'CONCEPT', respondBy: '2026-08-10', startsOn: '2026-09-01' }),
  orderRow(4, at(4), { service: 'MEDIATION', status: 'OFFERED', respondBy: '2026-08-03', startsOn: '2026-08-20' }),
  orderRow(5, wierden(5), { status: 'OFFERED', respondBy: '2026-08-02' }),
  orderRow(6, ofUwv(6), { status: 'ACCEPTED', respondBy: '2026-07-01' }),
  orderRow(7, dinkelland(7), { status: 'OFFERED', respondBy: '2026-08-01' }),
];
const id = (n: number): string => testId(41, n);
const filled = async (nuo: TestNuo): Promise<void> => {
  await nuo.db.write((tx) => insertPeople(tx, ...persons));
  await insertOrders(nuo, ...rows);
};

const inbox = `query ($first: Int! = 50, $after: String, $filter: ServiceOrderFilter) { serviceOrders(first: $first, after: $after, filter: $filter) {
  nodes { id overdue commissioner { kind code name reference } } pageInfo { hasNextPage endCursor } } }`;
const ofWerkplein = `query ($of: [_Any!]!, $filter: ServiceOrderFilter) { _entities(representations: $of) { ... on Werkplein { serviceOrders(filter: $filter) { nodes { id } } } } }`;
const ofClient = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Client { serviceOrders { nodes { id client { id } participant { id } } } } } }`;
const numbers = (nodes: { id: string }[] | undefined): number[] | undefined => nodes?.map((node) => Number(node.id.at(-1)));

describe.each(dialects)('service orders on %s', (dialect) => {
  const shared = sharedNuo(dialect);
  let ready: Promise<void> | undefined;
  const nuo = async (): Promise<TestNuo> => {
    ready ??= filled(shared());
    await ready;
    return shared();
  };

  it.each([
    [coach, [2, 1, 6, 0, 7, 5, 4]],
    ['nuo.trajectbegeleider', [2, 1, 6, 0, 7, 5, 4]],
    [regie, [2, 1, 0, 4, 3]],
    ['almelo.kwaliteitsmedewerker', [2, 1, 0, 4, 3]],
    [otherRegie, [5]],
    [coordinator, [6, 7]],
  ])('of which %s sees %j, first due first', async (user, seen) => {
    const { data, errors } = await (await nuo()).ask(user, inbox, {});
    expect([errors, numbers(data.serviceOrders.nodes)]).toEqual([undefined, seen]);
  });

  it.each(['nuo.accountmanager', 'almelo.accountmanager', 'almelo.rapporteur', 'nuo.rapporteur', 'nuo.functioneelbeheerder', 'nuo.privacyofficer'])(
    'are not for %s',
    async (user) => {
      const served = await nuo();
      expect((await served.ask(user, inbox, {})).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect((await served.ask(user, `{ serviceOrder(id: "${id(0)}") { id } }`)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );

  it('are shown to the privacy officer of the Werkplein, for a stated purpose', async () => {
    const served = await nuo();
    const officer = 'almelo.privacyofficer';
    expect((await served.ask(officer, inbox, {})).errors?.[0]?.extensions['code']).toBe('PURPOSE_REQUIRED');
    const { data } = await served.ask(officer, inbox, {}, { ...newAsking(), purpose: 'RECHTEN_BETROKKENE' });
    expect(numbers(data.serviceOrders.nodes)).toEqual([2, 1, 0, 4, 3]);
    const own = await served.ask(officer, ofClient, { of: [{ __typename: 'Client', id: at(4).clientId }] }, { ...newAsking(), purpose: 'RECHTEN_BETROKKENE' });
    expect(own.data._entities[0].serviceOrders).toMatchObject({ nodes: [{ id: id(4), client: null }] });
  });

  it.each([
    [{ overdue: true }, [0, 7, 5]],
    [{ states: ['HANDED_BACK'] }, [2]],
    [{ active: true }, [1, 6, 0, 7, 5, 4]],
    [{ services: ['MEDIATION'], municipality: '0141' }, [2, 4]],
    [{ services: [] }, []],
    [{ commissioner: 'UWV' }, [6]],
    [{ commissioner: 'OTHER_MUNICIPALITY', overdue: true }, [7]],
    [{ states: ['OFFERED'], overdue: true, municipality: '0189' }, [5]],
  ])('that match %j are %j', async (filter, seen) => {
    expect(numbers((await (await nuo()).ask(coach, inbox, { filter })).data.serviceOrders.nodes)).toEqual(seen);
  });

  it('say who commissions them, and what is overdue on the day after the last', async () => {
    const { data } = await (await nuo()).ask(coach, inbox, {});
    const found = new Map(data.serviceOrders.nodes.map((node: { id: string }) => [node.id, node]));
    expect(found.get(id(6))).toMatchObject({ overdue: false, commissioner: { kind: 'UWV', name: 'UWV', reference: 'UWV-6' } });
    expect(found.get(id(7))).toMatchObject({ overdue: true, commissioner: { kind: 'OTHER_MUNICIPALITY', code: '1774', name: 'Dinkelland', reference: 'D-7' } });
    expect(found.get(id(5))).toMatchObject({ overdue: true, commissioner: { kind: 'MUNICIPALITY', code: '0189', name: 'Wierden', reference: null } });
    // 3 August is today: the last day is not over.
    expect(found.get(id(4))).toMatchObject({ overdue: false });
  });

  it('come page by page, each once', async () => {
    const served = await nuo();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const { data } = await served.ask(coach, inbox, { first: 2, after });
      const { nodes, pageInfo } = data.serviceOrders;
      seen.push(...(numbers(nodes) ?? []));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([2, 1, 6, 0, 7, 5, 4]);
    expect((await served.ask(coach, inbox, { first: 201 })).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
  });

  it('hang on the client, the Werkplein and the participant, within one’s own regie', async () => {
    const served = await nuo();
    const of = [at(0), wierden(5)].map(({ clientId }) => ({ __typename: 'Client', id: clientId }));
    const clients = async (user: string) =>
      (await served.ask(user, ofClient, { of })).data._entities.map((client: never) => numbers(client?.['serviceOrders']['nodes']));
    expect([await clients(regie), await clients(otherRegie), await clients(coach)]).toEqual([
      [[3, 0, 1, 2], undefined],
      [undefined, [5]],
      [[0, 1, 2], [5]],
    ]);
    const homes = ['0141', '0189'].map((municipality) => ({ __typename: 'Werkplein', municipality }));
    const werkpleinen = async (user: string, filter: object = {}) =>
      (await served.ask(user, ofWerkplein, { of: homes, filter })).data._entities.map((home: never) => numbers(home?.['serviceOrders']['nodes']));
    expect(await werkpleinen(regie)).toEqual([[2, 1, 0, 4, 3], undefined]);
    expect(await werkpleinen(coach, { overdue: true })).toEqual([[0], [5]]);
    const { data } = await served.ask(coordinator, `{ participant(id: "${ofUwv(6).id}") { status serviceOrders { nodes { id } } } }`);
    expect(data.participant).toMatchObject({ status: 'ACTIVE', serviceOrders: { nodes: [{ id: id(6) }] } });
  });

  it('do not exist one by one for another regie, and a concept not for uitvoering', async () => {
    const served = await nuo();
    const seen = async (user: string, n: number) => {
      const { data, errors } = await served.ask(user, `{ serviceOrder(id: "${id(n)}") { id } }`);
      expect(errors).toBeUndefined();
      return data.serviceOrder !== null;
    };
    const asked: [string, number, boolean][] = [
      [regie, 3, true],
      [coach, 3, false],
      [otherRegie, 0, false],
      [coordinator, 0, false],
      [coordinator, 6, true],
      [regie, 6, false],
      [otherRegie, 99, false],
    ];
    for (const [user, n, expected] of asked) expect([user, n, await seen(user, n)]).toEqual([user, n, expected]);
  });

  it('leave a line for each participant shown', async () => {
    const own = await nuoForTest(dialect);
    await filled(own);
    await own.ask(coach, inbox, { filter: { municipality: '0141' } });
    const lines = (await own.db.read.em.find(ProcessingLogLine)).map(({ processingActivityId }) => String(processingActivityId.split('/').at(-1)));
    expect(lines).toEqual(['raadplegen-deelnemer', 'raadplegen-deelnemer']);
  });

  it('take the same number of statements however many there are', async () => {
    const own = await nuoForTest(dialect);
    const document = `{ serviceOrders(first: 200) { nodes { id status participant { id status } commissioner { name reference } client { id } steps { step by { name } } } } }`;
    const count = async () => (await own.ask(coach, document)).statements - loggingStatements;
    const fill = async (from: number, until: number) => {
      for (let n = from; n < until; n += 1) await own.db.write((tx) => insertPeople(tx, participantRow(n)));
      for (let n = from; n < until; n += 1) await place(own, regie, { participantId: participantRow(n).id });
    };
    await fill(1, 3);
    const few = await count();
    await fill(3, 12);
    expect([few, await count()]).toEqual([6, 6]);
  });
});
