import { AccessEvent, fixedClock, keyedPseudonyms, ProcessingLogLine, type PurposeCode } from '@werkplein/kernel';
import { dialects, newAsking, serveForTest, testPseudonymKey } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  disclosed,
  loggingStatements,
  moduleFor,
  person,
  registerDocument,
  registered,
  type TestWerkplein,
  testDay,
  werkpleinForTest,
} from '../testing/index.ts';

const query = `query ($clientId: ID!, $first: Int, $after: String) { almelo { clientAccessLog(clientId: $clientId, first: $first, after: $after) {
  nodes { at organisation { name } activity purpose } pageInfo { hasNextPage endCursor } } } }`;
const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on AlmeloClient { displayName } } }';
const read = ({ ask }: TestWerkplein, user: string, id: string, purpose: PurposeCode | null = null) =>
  ask(user, entities, { of: [{ __typename: 'AlmeloClient', id }] }, { ...newAsking(), purpose });
const accesses = async (
  { ask }: TestWerkplein,
  user: string,
  clientId: string,
  more: object = { first: 50 },
  purpose: PurposeCode | null = 'RECHTEN_BETROKKENE',
) => {
  const answer = await ask(user, query, { clientId, ...more }, { ...newAsking(), purpose });
  return { ...answer, page: answer.data?.almelo?.clientAccessLog };
};

describe.each(dialects)('who looked at a client, on %s', (dialect) => {
  it('is answered with organisation, activity, purpose and instant, newest first, and never the employee', async () => {
    let minute = 10;
    const served = await werkpleinForTest(dialect, () => fixedClock(`${testDay}T10:${minute}:00Z`)());
    const [id, other] = [await registered(served), await registered(served)];
    await disclosed(served, id);
    minute = 11;
    await read(served, 'nuo.jobcoach', id, 'BEMIDDELING');
    minute = 12;
    await read(served, 'almelo.kwaliteitsmedewerker', id);
    await read(served, 'almelo.klantregisseur', other);
    minute = 13;
    const answer = await accesses(served, 'almelo.privacyofficer', id);
    const own = 'Begeleiding naar werk door het eigen Werkplein';
    expect(answer.page.nodes).toEqual([
      { at: `${testDay}T10:12:00.000Z`, organisation: { name: 'Almelo' }, activity: 'Raadplegen van een cliënt', purpose: own },
      {
        at: `${testDay}T10:11:00.000Z`,
        organisation: { name: 'NUO' },
        activity: 'Verstrekken van cliëntgegevens aan de NUO',
        purpose: 'Bemiddeling en begeleiding op de werkplek door de NUO',
      },
      { at: `${testDay}T10:10:00.000Z`, organisation: { name: 'Almelo' }, activity: 'Inschrijven van een cliënt', purpose: own },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/demo-|Demo /);
    expect(answer.statements).toBe(2 + loggingStatements);

    minute = 14;
    const again = await accesses(served, 'almelo.klantregisseur', id, { first: 1 });
    expect(again.page.nodes.map(({ activity }: { activity: string }) => activity)).toEqual(['Inzien wie een cliënt heeft geraadpleegd']);
    minute = 15;
    const next = await accesses(served, 'almelo.klantregisseur', id, { first: 50, after: again.page.pageInfo.endCursor });
    expect([next.page.nodes.length, next.page.pageInfo.hasNextPage]).toEqual([3, false]);
  });

  it.each<[PurposeCode | null, string | undefined]>([
    [null, 'PURPOSE_REQUIRED'],
    ['BEGELEIDING_NAAR_WERK', 'PURPOSE_REQUIRED'],
    ['RECHTEN_BETROKKENE', undefined],
    ['VERANTWOORDING_TOEZICHT', undefined],
  ])('with purpose %s is answered with fault %s', async (purpose, code) => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    const { errors, page } = await accesses(served, 'almelo.klantregisseur', id, {}, purpose);
    expect([errors?.[0]?.extensions['code'], page === null]).toEqual([code, code !== undefined]);
    if (code) expect(errors?.[0]?.extensions['purposes']).toEqual(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE']);
    const events = await served.db.read.em.findBy(AccessEvent, { decision: 'DENIED' });
    expect(events.map(({ action, subjectIds, purpose: stated }) => [action, subjectIds, stated])).toEqual(
      code ? [['client.readAccessLog AlmeloWerkplein.clientAccessLog', [id], purpose ?? '']] : [],
    );
  });

  it('finds lines of before a change of keys, and knows a repeat of a command of before it', async () => {
    const served = await werkpleinForTest(dialect);
    const input = person();
    const register = (to: Pick<TestWerkplein, 'ask'>) => to.ask('almelo.klantregisseur', registerDocument, { input });
    const id = (await register(served)).data.almelo.registerClient.client.id as string;
    const keys = [Buffer.alloc(32, 'new'), testPseudonymKey('0141')];
    const rotated = await serveForTest('almelo', '0141', moduleFor('almelo').subgraph, served.db, fixedClock(`${testDay}T12:00:00Z`), {
      logging: keyedPseudonyms(keys),
    });
    onTestFinished(() => rotated.server.stop());
    const repeat = await register(rotated);
    expect([repeat.errors, repeat.data.almelo.registerClient.client.id]).toEqual([undefined, id]);
    const subjects = (await served.db.read.em.find(ProcessingLogLine)).map(({ dataSubjectId }) => dataSubjectId);
    expect(new Set(subjects)).toEqual(new Set(keyedPseudonyms(keys).everyPseudonym(id)));
    const { page } = await accesses({ ...rotated, db: served.db, vault: served.vault }, 'almelo.klantregisseur', id);
    expect(page.nodes.map(({ activity }: { activity: string }) => activity)).toEqual(['Raadplegen van een cliënt', 'Inschrijven van een cliënt']);

    const lost = await serveForTest('almelo', '0141', moduleFor('almelo').subgraph, served.db, fixedClock(`${testDay}T12:00:00Z`), {
      logging: keyedPseudonyms([keys[0] as Buffer]),
    });
    onTestFinished(() => lost.server.stop());
    expect((await register(lost)).errors?.[0]?.extensions['code']).toBe('REQUEST_ID_REUSED');
  });

  it('is for the privacy officer and the klantregisseurs of the Werkplein only, and empty for an unknown client', async () => {
    const served = await werkpleinForTest(dialect);
    const id = await registered(served);
    for (const user of ['wierden.privacyofficer', 'nuo.privacyofficer', 'nuo.jobcoach', 'almelo.kwaliteitsmedewerker', 'almelo.accountmanager']) {
      const { page, errors } = await accesses(served, user, id);
      expect([page, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
    for (const unknown of ['x', '0189:01900000-0000-7000-8000-000000000001', `${id.slice(0, -1)}x`]) {
      expect((await accesses(served, 'almelo.privacyofficer', unknown)).page).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    }
  });
});
