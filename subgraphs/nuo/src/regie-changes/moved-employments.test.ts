import { type LetterPost, newIds, newTrace, ProcessingLogLine, systemClock } from '@werkplein/kernel';
import { dialects, postsForTest, serveForTest, testDatabase } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo, nuoEntities, nuoHandlers, nuoMigrations, nuoSubgraph } from '../index.ts';
import { Participant } from '../participants/participant.entity.ts';
import { EmploymentTerms, ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { command } from '../testing/colleagues.ts';
import { testClock, testDemo, type TestNuo } from '../testing/index.ts';
import { newEmployment, newParticipant, newWorker } from '../testing/sheltered.ts';
import { Residence } from '../wsw-workers/wsw-worker.entity.ts';

// Today is 2026-08-03. Wierden is 0189, Almelo 0141, Tubbergen 0183.

const consultant = 'nuo.detacheringsconsulent';

describe.each(dialects)('employments of somebody who moves on %s', (dialect) => {
  let nuo: TestNuo;
  let posts: Map<string, LetterPost>;
  const fresh = (municipality: string): string => newIds(municipality, systemClock)();

  beforeAll(async () => {
    const nowhere = 'http://127.0.0.1:1';
    posts = await postsForTest({ nuo: nowhere, '0189': nowhere, '0141': nowhere, '0183': nowhere });
    const db = await testDatabase(dialect, { entities: nuoEntities, migrations: nuoMigrations });
    await loadDemo(db, testDemo(1));
    const letters = { post: async () => posts.get('nuo') as LetterPost, handlers: nuoHandlers };
    nuo = { ...(await serveForTest('nuo', 'nuo', nuoSubgraph, db, testClock, { letters })), db };
  });
  afterAll(async () => {
    await nuo.server.stop();
    await nuo.db.close();
  });

  /** The letter by which the old Werkplein tells it; gives the status. */
  const moved = async (oldClientId: string, newClientId: string, cutoverOn: string, transferId = fresh(oldClientId.slice(0, 4))): Promise<number> => {
    const text = JSON.stringify({ transferId, oldClientId, newClientId, cutoverOn });
    const letter = { id: fresh('0189'), kind: 'RegieChanged', aggregateId: oldClientId, trace: newTrace() };
    const statement = (posts.get(oldClientId.slice(0, 4)) as LetterPost).sign('nuo', letter, text);
    const headers = { 'content-type': 'application/json', 'x-werkplein-letter': statement };
    return (await fetch(`${nuo.server.url}/letters`, { method: 'POST', headers, body: text })).status;
  };
  /** Who was responsible for an employment on each of these days. */
  const responsibleOn = async (id: string, ...days: string[]): Promise<(string | undefined)[]> => {
    const asked = days.map((day, i) => `d${i}: termsOn(day: "${day}") { responsibleMunicipality }`).join(' ');
    const { data, errors } = await nuo.ask(consultant, `{ shelteredEmployment(id: "${id}") { ${asked} } }`);
    expect(errors).toBeUndefined();
    return days.map((_, i) => data.shelteredEmployment[`d${i}`]?.responsibleMunicipality);
  };
  const realised = async (municipality: string, day: string): Promise<number> => {
    const query = 'query ($r: [_Any!]!, $day: String) { _entities(representations: $r) { ... on Werkplein { beschutRealised(day: $day) { persons } } } }';
    const { data } = await nuo.ask(consultant, query, { r: [{ __typename: 'Werkplein', municipality }], day });
    return data._entities[0].beschutRealised.persons as number;
  };
  /** A client of Wierden who is employed, lives there and whose hours change twice. */
  const employedClient = async (more: Partial<ShelteredEmployment> = {}) => {
    const clientId = fresh('0189');
    const participantId = await newWorker(nuo);
    await nuo.db.write(async ({ em }) => {
      await em.update(Participant, { id: participantId }, { clientId });
      const known = { municipality: '0189', validFrom: '2015-01-01', validUntil: null, recordedAt: new Date('2020-01-01T00:00:00Z'), replacedAt: null };
      await em.insert(Residence, { id: fresh('nuo'), participantId, ...known });
    });
    const { id } = await newEmployment(nuo, participantId, more);
    return { clientId, participantId, id };
  };
  const change = (employmentId: string, expectedVersion: number, more: object) =>
    command(nuo, consultant, 'changeEmploymentTerms', { employmentId, expectedVersion, ...more }, '__typename');

  it('are the new municipality’s from the day on, again at a second move, and each day keeps who answered for it', async () => {
    const { clientId, participantId, id } = await employedClient();
    await change(id, 1, { from: '2026-06-01', hoursPerWeek: 30, payingMunicipality: '1700' });
    await change(id, 2, { from: '2026-10-01', hoursPerWeek: 16 });
    const [almelo, tubbergen] = [fresh('0141'), fresh('0183')];
    const transferId = fresh('0189');
    expect([await moved(clientId, almelo, '2026-05-15', transferId), await moved(clientId, almelo, '2026-05-15', transferId)]).toEqual([200, 200]);
    expect(await responsibleOn(id, '2026-05-14', '2026-05-15', '2026-06-01', '2026-12-01')).toEqual(['0189', '0141', '0141', '0141']);
    expect(await moved(almelo, tubbergen, '2026-07-20')).toBe(200);
    expect(await responsibleOn(id, '2020-01-01', '2026-05-14', '2026-05-15', '2026-07-19', '2026-07-20', '2026-12-01')).toEqual([
      '0189',
      '0189',
      '0141',
      '0141',
      '0183',
      '0183',
    ]);
    // What was agreed about hours, pay and formal employer does not follow from a move.
    const known = await nuo.db.read.em.findBy(EmploymentTerms, { employmentId: id });
    const now = known.filter(({ replacedAt }) => replacedAt === null).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    expect(now.map(({ validFrom, hoursPerWeek, payingMunicipality, formalEmployer }) => [validFrom, hoursPerWeek, payingMunicipality, formalEmployer])).toEqual(
      [
        ['2020-01-01', 24, '0189', '0189'],
        ['2026-05-15', 24, '0189', '0189'],
        ['2026-06-01', 30, '1700', '0189'],
        ['2026-07-20', 30, '1700', '0189'],
        ['2026-10-01', 16, '1700', '0189'],
      ],
    );
    expect(await nuo.db.read.em.findOneByOrFail(ShelteredEmployment, { id })).toMatchObject({ responsibleMunicipality: '0183', version: 5 });
    const lived = await nuo.db.read.em.find(Residence, { where: { participantId }, order: { validFrom: 'ASC' } });
    expect(lived.filter(({ replacedAt }) => replacedAt === null).map(({ municipality, validFrom }) => [municipality, validFrom])).toEqual([
      ['0189', '2015-01-01'],
      ['0141', '2026-05-15'],
      ['0183', '2026-07-20'],
    ]);
    const lines = await nuo.db.read.em.findBy(ProcessingLogLine, {});
    expect(lines.filter(({ processingActivityId }) => processingActivityId.endsWith('bijhouden-personeelsdossier')).length).toBeGreaterThanOrEqual(2);
    const sees = async (user: string) => (await nuo.ask(user, `{ shelteredEmployment(id: "${id}") { id } }`)).data.shelteredEmployment;
    expect([await sees('wierden.klantregisseur'), await sees('almelo.klantregisseur'), await sees('tubbergen.klantregisseur')]).toEqual([null, null, { id }]);
    // What ran in its own time a former regie may still read, and no other's.
    const earlier = async (user: string, client: string) => {
      const asked =
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Client { employmentsBeforeTransfer { kind startsOn until hoursPerWeek } } } }';
      return (await nuo.ask(user, asked, { r: [{ __typename: 'Client', id: client }] })).data._entities[0]?.employmentsBeforeTransfer ?? null;
    };
    const employment = { kind: 'WSW_ART2', startsOn: '2020-01-01' };
    expect(await earlier('wierden.klantregisseur', clientId)).toEqual([{ ...employment, until: '2026-05-14', hoursPerWeek: 24 }]);
    expect(await earlier('almelo.klantregisseur', almelo)).toEqual([{ ...employment, until: '2026-07-19', hoursPerWeek: 30 }]);
    expect([await earlier('tubbergen.klantregisseur', tubbergen), await earlier('almelo.klantregisseur', clientId)]).toEqual([[], null]);
  });

  it('that ended before the day stay with the old one, those to come and those that wait for a decision go along', async () => {
    const { clientId, participantId, id: ended } = await employedClient({ state: 'ENDED', endsOn: '2026-06-30' });
    const { id: last } = await newEmployment(nuo, participantId, { state: 'ENDED', startsOn: '2026-07-01', endsOn: '2026-07-20' });
    const { id: refused } = await newEmployment(nuo, participantId, { kind: 'BESCHUT_10B', state: 'REFUSED', startsOn: '2026-09-01' });
    const { id: waiting } = await newEmployment(nuo, participantId, { kind: 'BESCHUT_10B', state: 'AWAITING_DECISION', startsOn: '2026-09-01' });
    const agree = (user: string) =>
      command(nuo, user, 'agreeEmployment', { employmentId: waiting, expectedVersion: 2, decisionId: fresh('0141'), decidedOn: '2026-08-01' }, '__typename');
    expect(await moved(clientId, fresh('0141'), '2026-07-20')).toBe(200);
    expect(await responsibleOn(ended, '2026-06-30')).toEqual(['0189']);
    expect(await responsibleOn(last, '2026-07-19', '2026-07-20')).toEqual(['0189', '0141']);
    expect(await responsibleOn(refused, '2026-09-01')).toEqual(['0189']);
    expect(await responsibleOn(waiting, '2026-09-01')).toEqual(['0141']);
    expect(await agree('wierden.klantregisseur')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await agree('almelo.klantregisseur')).toEqual({ __typename: 'EmploymentChanged' });
  });

  it('that are registered after the move are the old one’s until the day, and only the one of the first day can be named', async () => {
    const { clientId, participantId } = await employedClient({ state: 'ENDED', endsOn: '2025-12-31' });
    expect(await moved(clientId, fresh('0141'), '2026-06-01')).toBe(200);
    const register = (responsibleMunicipality: string, startsOn: string) =>
      command(
        nuo,
        consultant,
        'registerEmployment',
        {
          participantId,
          kind: 'WSW_ART2',
          startsOn,
          formalEmployer: '0189',
          payingMunicipality: '0189',
          responsibleMunicipality,
          hoursPerWeek: 16,
          paidWagePct: 100,
          cao: 'CAO_SW',
        },
        '... on EmploymentRegistered { employment { id responsibleMunicipality } }',
      );
    expect(await register('0141', '2026-05-31')).toMatchObject({ code: 'BAD_INPUT', paths: ['responsibleMunicipality'] });
    expect(await register('0189', '2026-06-01')).toMatchObject({ code: 'BAD_INPUT', paths: ['responsibleMunicipality'] });
    const { employment } = await register('0189', '2026-05-01');
    expect(employment.responsibleMunicipality).toBe('0141');
    expect(await responsibleOn(employment.id, '2026-05-31', '2026-06-01')).toEqual(['0189', '0141']);
    expect((await register('0141', '2026-06-01')).employment.responsibleMunicipality).toBe('0141');
  });

  it('count as beschut werk for whose they were on the day that is asked', async () => {
    const before = [await realised('0189', '2026-07-31'), await realised('0141', '2026-08-01')] as const;
    const { clientId, participantId } = await employedClient({ state: 'ENDED', endsOn: '2025-12-31' });
    await newEmployment(nuo, participantId, { kind: 'BESCHUT_10B', startsOn: '2026-01-01' });
    expect(await moved(clientId, fresh('0141'), '2026-08-01')).toBe(200);
    expect([await realised('0189', '2026-07-31'), await realised('0141', '2026-08-01')]).toEqual([before[0] + 1, before[1] + 1]);
    expect([await realised('0189', '2026-08-01'), await realised('0141', '2026-07-31')]).toEqual(before);
  });

  it('of a Wsw worker whom a token showed to be the client go along; those of another person, or of a third party’s, do not', async () => {
    const clientId = fresh('0189');
    const client = await newParticipant(nuo, { clientId, name: null });
    const { personId } = await nuo.db.read.em.findOneByOrFail(Participant, { id: client });
    const [worker, stranger, dinkelland] = [await newWorker(nuo), await newWorker(nuo), await newParticipant(nuo)];
    await nuo.db.write(async ({ em }) => {
      await em.update(Participant, { id: worker }, { personId });
      await em.update(
        Participant,
        { id: dinkelland },
        { personId, commissionerKind: 'OTHER_MUNICIPALITY', commissionerCode: '1774', commissionerReference: 'D-1' },
      );
    });
    const ids = await Promise.all([worker, stranger, dinkelland].map(async (id) => (await newEmployment(nuo, id)).id));
    expect(await moved(clientId, fresh('0141'), '2026-08-01')).toBe(200);
    expect(await Promise.all(ids.map((id) => responsibleOn(id, '2026-07-31', '2026-08-01')))).toEqual([
      ['0189', '0141'],
      ['0189', '0189'],
      ['0189', '0189'],
    ]);
    expect(await nuo.db.read.em.findOneByOrFail(Participant, { id: worker })).toMatchObject({ municipality: '0141', version: 2, clientId: null });
  });
});
