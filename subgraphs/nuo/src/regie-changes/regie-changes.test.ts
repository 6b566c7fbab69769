import { addDays, LetterIn, type LetterPost, newIds, newTrace, OutboxEvent, ProcessingLogLine, systemClock } from '@werkplein/kernel';
import { dialects, postsForTest, serveForTest, testDatabase } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo, municipalityOn, nuoEntities, nuoHandlers, nuoMigrations, nuoSubgraph } from '../index.ts';
import { WaitingToken } from '../letters/waiting-token.entity.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { insertOrders, orderRow } from '../orders/service-order.testing.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Person } from '../persons/person.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, testClock, testDemo, type TestNuo } from '../testing/index.ts';
import { ParticipantClient, RegieChange, TransferredOrder } from './regie-change.entity.ts';

const LETTER_HEADER = 'x-werkplein-letter';
const token = (digit: string): string => `${digit.repeat(8)}.${digit.repeat(64)}`;
const coach = 'nuo.jobcoach';

describe.each(dialects)('letters to the NUO on %s', (dialect) => {
  let nuo: TestNuo;
  let posts: Map<string, LetterPost>;
  const newId = newIds('0189', systemClock);
  const clientOf = (municipality: string): string => newIds(municipality, systemClock)();

  beforeAll(async () => {
    const nowhere = 'http://127.0.0.1:1';
    posts = await postsForTest({ nuo: nowhere, '0189': nowhere, '0141': nowhere });
    const db = await testDatabase(dialect, { entities: nuoEntities, migrations: nuoMigrations });
    await loadDemo(db, testDemo(2));
    const letters = { post: async () => posts.get('nuo') as LetterPost, handlers: nuoHandlers };
    nuo = { ...(await serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock, { letters })), db };
  });
  afterAll(async () => {
    await nuo.server.stop();
    await nuo.db.close();
  });

  /** Sends a letter as a Werkplein; gives the status, and the code of a refusal. */
  const letter = async (from: string, kind: string, body: object, id = newId()): Promise<[number, string]> => {
    const text = JSON.stringify(body);
    const statement = (posts.get(from) as LetterPost).sign('nuo', { id, kind, aggregateId: id, trace: newTrace() }, text);
    const answer = await fetch(`${nuo.server.url}/letters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [LETTER_HEADER]: statement },
      body: text,
    });
    const { status, code } = (await answer.json()) as { status?: string; code?: string };
    return [answer.status, status ?? code ?? ''];
  };
  const moved = (oldClientId: string, newClientId: string, cutoverOn: string, more: object = {}, from = '0189') =>
    letter(from, 'RegieChanged', { transferId: newId(), oldClientId, newClientId, cutoverOn, ...more });

  /** A participant of Wierden with this client, registered through the API. */
  const participant = async (clientId: string): Promise<string> => {
    const answer = await command(
      nuo,
      coach,
      'registerParticipant',
      { clientId, municipality: clientId.slice(0, 4) },
      '... on ParticipantRegistered { participant { id } }',
    );
    return answer.participant.id as string;
  };
  const orderOf = async (id: string, n: number): Promise<ServiceOrder> =>
    orderRow(n, await nuo.db.read.em.findOneByOrFail(Participant, { id }), { status: 'IN_PROGRESS' });
  const placed = async (participantId: string, clientId: string, more: Partial<Placement>): Promise<string> => {
    const [template] = await nuo.db.read.em.find(Placement, { take: 1 });
    const id = newIds('nuo', systemClock)();
    const own = { id, participantId, clientId, municipality: clientId.slice(0, 4), serviceOrderId: null, sourceKey: null, sourceSystem: null };
    await nuo.db.write(({ em }) =>
      em.insert(Placement, { ...(template as Placement), ...own, status: 'ACTIVE', startsOn: '2026-02-01', endedOn: null, version: 1, ...more }),
    );
    return id;
  };

  it('gives a participant the new client and municipality from the day on, keeps the history, and lets placements go on', async () => {
    const [from, to] = [clientOf('0189'), clientOf('0141')];
    const participantId = await participant(from);
    const running = await placed(participantId, from, {});
    const before = await placed(participantId, from, { status: 'ENDED', startsOn: '2025-01-01', endedOn: '2025-06-30' });
    const later = await placed(participantId, from, { status: 'ENDED', startsOn: '2025-09-01', endedOn: '2026-07-20' });
    await insertOrders(nuo, await orderOf(participantId, 1));
    expect(await moved(from, to, '2026-07-15')).toEqual([200, 'TAKEN']);
    const { em } = nuo.db.read;
    expect(await em.findOneByOrFail(Participant, { id: participantId })).toMatchObject({ clientId: to, municipality: '0141' });
    const where = async (id: string) => (await em.findOneByOrFail(Placement, { id })).municipality;
    expect([await where(running), await where(before), await where(later)]).toEqual(['0141', '0189', '0141']);
    expect(await em.findOneByOrFail(ServiceOrder, { participantId })).toMatchObject({
      municipality: '0141',
      clientId: to,
      commissionerCode: '0141',
      disclosureId: null,
    });
    const { data } = await nuo.ask(coach, 'query ($id: ID!) { participant(id: $id) { regie { municipality { code } from until } } }', { id: participantId });
    expect(data.participant.regie).toEqual([
      { municipality: { code: '0189' }, from: null, until: '2026-07-14' },
      { municipality: { code: '0141' }, from: '2026-07-15', until: null },
    ]);
    expect(await em.countBy(OutboxEvent, { type: 'ParticipantRegieChanged', aggregateId: participantId })).toBe(1);
    expect((await em.find(ProcessingLogLine)).some(({ processingActivityId }) => processingActivityId.endsWith('wijzigen-deelnemer'))).toBe(true);
    // The old regie reads what was until its last day, and no more.
    const asked =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Client { placements { nodes { id endedOn } } placementsBeforeTransfer { startsOn until } } } }';
    const seen = async (user: string, id: string) => (await nuo.ask(user, asked, { r: [{ __typename: 'Client', id }] })).data._entities[0];
    const old = await seen('wierden.klantregisseur', from);
    expect(old.placements.nodes).toEqual([{ id: before, endedOn: '2025-06-30' }]);
    expect(old.placementsBeforeTransfer).toEqual([
      { startsOn: '2025-09-01', until: '2026-07-14' },
      { startsOn: '2026-02-01', until: '2026-07-14' },
    ]);
    expect(await seen('wierden.klantregisseur', to)).toBeNull();
    const fresh = await seen('almelo.klantregisseur', to);
    expect(fresh.placements.nodes.map(({ id }: { id: string }) => id).toSorted()).toEqual([running, later].toSorted());
    expect(fresh.placementsBeforeTransfer).toEqual([]);
    expect(await seen('almelo.klantregisseur', from)).toBeNull();
  });

  it('lists an order that came along until the new regie lets it go on, and nobody else can', async () => {
    const [from, to] = [clientOf('0189'), clientOf('0141')];
    const participantId = await participant(from);
    const row = await orderOf(participantId, 2);
    await insertOrders(nuo, row);
    await moved(from, to, '2026-07-01');
    const asked = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Werkplein { ordersAwaitingRegie { nodes { id } } } } }';
    const awaiting = async (user: string, municipality: string): Promise<string[]> =>
      (await nuo.ask(user, asked, { r: [{ __typename: 'Werkplein', municipality }] })).data._entities[0]?.ordersAwaitingRegie.nodes.map(
        ({ id }: { id: string }) => id,
      ) ?? [];
    expect(await awaiting('almelo.klantregisseur', '0141')).toContain(row.id);
    expect(await awaiting('wierden.klantregisseur', '0189')).not.toContain(row.id);
    const go = (user: string) =>
      command(nuo, user, 'continueServiceOrder', { orderId: row.id }, '... on StepRefused { by } ... on ServiceOrderContinued { order { id } }');
    expect(await go('wierden.klantregisseur')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await go(coach)).toMatchObject({ __typename: 'StepRefused', by: ['REGIE'] });
    expect(await go('almelo.klantregisseur')).toMatchObject({ __typename: 'ServiceOrderContinued', order: { id: row.id } });
    expect(await go('almelo.klantregisseur')).toMatchObject({ __typename: 'ServiceOrderNotTransferred' });
    expect(await awaiting('almelo.klantregisseur', '0141')).not.toContain(row.id);
    expect(await nuo.db.read.em.findOneByOrFail(TransferredOrder, { orderId: row.id })).toMatchObject({ decision: 'CONTINUED', fromMunicipality: '0189' });
  });

  it('believes only the Werkplein whose client it was', async () => {
    const [from, to] = [clientOf('0189'), clientOf('0141')];
    const participantId = await participant(from);
    expect(await moved(from, to, '2026-07-01', { transferId: clientOf('0141') }, '0141')).toEqual([422, 'NOT_YOURS']);
    expect(await moved(to, from, '2026-07-01')).toEqual([422, 'NOT_YOURS']);
    expect(await moved(from, clientOf('0189'), '2026-07-01')).toEqual([422, 'NOT_YOURS']);
    expect(await moved(from, 'nuo:00000000-0000-7000-8000-000000000000', '2026-07-01')).toEqual([422, 'BAD_BODY']);
    expect(await moved(from, to, '2026-02-30')).toEqual([422, 'BAD_BODY']);
    expect(await letter('0189', 'SomethingElse', {})).toEqual([422, 'UNKNOWN_KIND']);
    expect(await nuo.db.read.em.findOneByOrFail(Participant, { id: participantId })).toMatchObject({ clientId: from, municipality: '0189', version: 1 });
  });

  it('has its effect once, by the transfer, also under another letter and at once', async () => {
    const [from, to, transferId] = [clientOf('0189'), clientOf('0141'), newId()];
    const participantId = await participant(from);
    const same = newId();
    const body = { transferId, oldClientId: from, newClientId: to, cutoverOn: '2026-07-01' };
    await Promise.all([letter('0189', 'RegieChanged', body, same), letter('0189', 'RegieChanged', body, same)]);
    expect(await letter('0189', 'RegieChanged', body)).toEqual([200, 'TAKEN']);
    expect(await nuo.db.read.em.countBy(ParticipantClient, { participantId })).toBe(2);
    expect(await nuo.db.read.em.countBy(RegieChange, { id: transferId })).toBe(1);
    expect(await nuo.db.read.em.countBy(LetterIn, { id: same })).toBe(1);
  });

  it('gives every day one municipality, however often somebody moves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -20, max: 520 }),
        async (days, asked) => {
          const cutovers = days.toSorted((a, b) => a - b).map((day) => addDays('2025-01-01', day));
          const clients = [clientOf('0189'), ...cutovers.map((_, i) => clientOf(i % 2 === 0 ? '0141' : '0189'))];
          const participantId = await participant(clients[0] as string);
          const placementId = await placed(participantId, clients[0] as string, { startsOn: '2024-01-01' });
          for (const [i, cutoverOn] of cutovers.entries()) {
            const from = (clients[i] as string).slice(0, 4);
            const body = { transferId: clientOf(from), oldClientId: clients[i], newClientId: clients[i + 1], cutoverOn };
            expect(await letter(from, 'RegieChanged', body)).toEqual([200, 'TAKEN']);
          }
          const day = addDays('2025-01-01', asked);
          const rows = await nuo.db.read.em.findBy(ParticipantClient, { participantId });
          const holding = rows.filter(({ validFrom, validUntil }) => (validFrom ?? '') <= day && (validUntil === null || validUntil >= day));
          const expected = cutovers.filter((cutover) => cutover <= day).length % 2 === 0 ? '0189' : '0141';
          expect(holding.map(({ municipality }) => municipality)).toEqual([expected]);
          const query = nuo.db.read.em
            .createQueryBuilder(Placement, 'p')
            .select(municipalityOn('p'), 'municipality')
            .where('p.id = :placementId', { placementId, day });
          expect(await query.getRawOne()).toEqual({ municipality: expected });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('learns that two participants are one person, also of who becomes a participant later, and follows a change of the key', async () => {
    const [wierden, almelo, tubbergen] = [clientOf('0189'), clientOf('0141'), clientOf('0141')];
    const first = await participant(wierden);
    expect(await letter('0189', 'PersonToken', { clientId: wierden, tokens: [token('a')] })).toEqual([200, 'TAKEN']);
    expect(await letter('0141', 'PersonToken', { clientId: almelo, tokens: [token('a')] })).toEqual([200, 'TAKEN']);
    expect(await nuo.db.read.em.countBy(WaitingToken, { id: almelo })).toBe(1);
    const second = await participant(almelo);
    const personOf = async (id: string) => (await nuo.db.read.em.findOneByOrFail(Participant, { id })).personId;
    expect(await personOf(second)).toBe(await personOf(first));
    expect(await nuo.db.read.em.countBy(WaitingToken, { id: almelo })).toBe(0);
    // Almelo has a new key in front of the old one; Wierden has not heard of it yet.
    expect(await letter('0141', 'PersonToken', { clientId: almelo, tokens: [token('b'), token('a')] })).toEqual([200, 'TAKEN']);
    expect([await personOf(second), (await nuo.db.read.em.findOneByOrFail(Person, { id: (await personOf(first)) as string })).token]).toEqual([
      await personOf(first),
      token('b'),
    ]);
    const third = await participant(tubbergen);
    await letter('0141', 'PersonToken', { clientId: tubbergen, tokens: [token('a'), token('b')] });
    expect(await personOf(third)).toBe(await personOf(first));
    expect(await letter('0141', 'PersonToken', { clientId: wierden, tokens: [token('c')] })).toEqual([422, 'NOT_YOURS']);
    expect(await letter('0141', 'PersonToken', { clientId: almelo, tokens: ['999990019'] })).toEqual([422, 'BAD_BODY']);
  });

  it('leaves people alone of whom it knows nothing', async () => {
    const before = await nuo.db.read.em.count(ParticipantClient);
    expect(await moved(clientOf('0189'), clientOf('0141'), '2026-07-01')).toEqual([200, 'TAKEN']);
    expect(await nuo.db.read.em.count(ParticipantClient)).toBe(before);
    expect(await nuo.db.read.em.existsBy(Participant, { id: idOf('participant', 0) })).toBe(true);
  });
});
