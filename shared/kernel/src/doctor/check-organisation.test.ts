import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Query, Resolver } from 'type-graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { action, grant, Guard } from '../access/index.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { systemClock } from '../clock/index.ts';
import { askToCompare, COMPARE_KEYS, type Compared, type SharedKey } from '../letters/compare-keys.ts';
import { type LetterKeys, newLetterKeys, readLetterKeys } from '../letters/letter-keys.ts';
import { LETTER_HEADER } from '../letters/letter-statement.ts';
import { type LetterPost, letterPost } from '../letters/settings.ts';
import { LetterIn } from '../letters/letter.entity.ts';
import { buildSubgraph } from '../server/schema.ts';
import type { Tls } from '../server/tls.ts';
import { newAuthority } from '../testing/certificates.ts';
import { databaseForTest } from '../testing/databases.ts';
import { serveForTest } from '../testing/subgraph.ts';
import { newTrace } from '../trace/index.ts';
import { checkOrganisation } from './check-organisation.ts';

const [ALMELO, WIERDEN, NUO] = ['0141', '0189', 'nuo'];

const madeKeys = async (): Promise<{ own: LetterKeys; open: LetterKeys }> => {
  const { privateSet, publicSet } = await newLetterKeys();
  return { own: readLetterKeys('own', privateSet, 'private'), open: readLetterKeys('open', publicSet, 'public') };
};
const almelo = await madeKeys();
const wierden = await madeKeys();
const others = await madeKeys();

const secrets = [Buffer.alloc(32, 'old key'), Buffer.alloc(32, 'new key')];
const [oldKey, newKey] = secrets as [Buffer, Buffer];
/** As the Werkpleinen have one, and the NUO does not. */
const sharedKey = (...keys: Buffer[]): SharedKey => ({
  setting: 'SHARED_KEY',
  sharedWith: (organisation) => organisation !== NUO,
  fingerprints: (question) => keys.map((key) => createHmac('sha256', key).update(question).digest('hex')),
  advice: 'Spreek af welke geldt.',
});

@Resolver()
class Nothing {
  @Guard(action('look', 'Look', grant('all', 'nuo.coordinator')))
  @Query(() => String)
  nothing(): string {
    return '';
  }
}
const subgraph = buildSubgraph({ resolvers: [Nothing], references: {} });

/** Serves Wierden, where Almelo and the NUO are known by these keys. */
const served = async (known: LetterKeys, sharedKeys: SharedKey[]) => {
  const db = await databaseForTest('sqlite', { entities: [], migrations: [] });
  const post = await letterPost(
    WIERDEN,
    wierden.own,
    [ALMELO, NUO].map((code) => ({ code, url: 'http://127.0.0.1:1', keys: known })),
  );
  const { server } = await serveForTest('wierden', WIERDEN, subgraph, db, systemClock, { letters: { post: async () => post, handlers: {}, sharedKeys } });
  onTestFinished(() => server.stop());
  return { db, url: `${server.url}/letters` };
};
const postTo = (url: string, known: LetterKeys, home = ALMELO): Promise<LetterPost> => letterPost(home, almelo.own, [{ code: WIERDEN, url, keys: known }]);

const look = async (post: LetterPost, shared: SharedKey[] = [], tls?: Tls): Promise<string[]> =>
  (await checkOrganisation(post, WIERDEN, shared, tls)).map(({ grade, subject, found, advice }) => {
    expect([subject, advice !== '']).toEqual(['Wierden', grade !== 'goed']);
    return `${grade}: ${found}`;
  });

const well = [expect.stringMatching(/^goed: antwoordt, versie 20/), 'goed: de klok loopt gelijk'];
const keysWell = 'goed: wij hebben over en weer de goede sleutels voor brieven';

describe('another organisation', () => {
  it('that has the keys that it should have is well, and keeps nothing of the question', async () => {
    const { db, url } = await served(almelo.open, [sharedKey(newKey)]);
    expect(await look(await postTo(url, wierden.open), [sharedKey(newKey)])).toEqual([...well, keysWell, 'goed: SHARED_KEY is dezelfde als hier']);
    expect([await db.read.em.count(LetterIn), await db.read.em.count(AuditEvent)]).toEqual([0, 0]);
  });

  it.each([
    ['being replaced', [newKey, oldKey], [oldKey], 'let op: SHARED_KEY wordt vervangen: daar staat een andere vooraan dan hier'],
    ['another', [newKey], [oldKey], 'fout: SHARED_KEY is een andere dan hier'],
  ])('with a shared key that is %s is seen', async (_, theirs, ours, expected) => {
    const { url } = await served(almelo.open, [sharedKey(...theirs)]);
    expect(await look(await postTo(url, wierden.open), [sharedKey(...ours)])).toEqual([...well, keysWell, expected]);
  });

  it('that does not know our key takes nothing', async () => {
    const { url } = await served(others.open, [sharedKey(newKey)]);
    expect(await look(await postTo(url, wierden.open))).toEqual([well[1], 'fout: neemt onze brieven niet aan (401)']);
  });

  it('whose key we do not know is not believed, whatever it says', async () => {
    const { url } = await served(almelo.open, [sharedKey(newKey)]);
    const post = await postTo(url, { signing: others.open.signing, sealing: wierden.open.sealing });
    expect(await look(post, [sharedKey(newKey)])).toEqual([well[1], 'fout: ondertekent met een sleutel die wij niet kennen']);
  });

  it('with which one of us seals for another key is seen, and by which of us', async () => {
    const theirsWrong = await served({ signing: almelo.open.signing, sealing: others.open.sealing }, []);
    expect(await look(await postTo(theirsWrong.url, wierden.open))).toEqual([...well, 'fout: verzegelt met een sleutel die niet van ons is']);
    const oursWrong = await postTo((await served(almelo.open, [])).url, { signing: wierden.open.signing, sealing: others.open.sealing });
    expect(await look(oursWrong)).toEqual([...well, 'fout: kan niet openen wat wij verzegelen']);
  });

  it.each([
    [422, '{"code":"UNKNOWN_KIND"}', [well[1], 'let op: kan onze sleutels niet vergelijken']],
    [200, '<html>', [well[1], 'fout: ondertekent met een sleutel die wij niet kennen']],
  ])('that is older, or is none, is seen by its answer %i', async (status, text, expected) => {
    const server = createServer((_, response) => response.writeHead(status).end(text));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    expect(await look(await postTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/letters`, wierden.open))).toEqual(expected);
  });

  it('that answers only who shows a certificate is asked with ours', async () => {
    const { url } = await served(almelo.open, []);
    const authority = await newAuthority('ours');
    const passOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const headers = { 'content-type': 'application/json', [LETTER_HEADER]: String(request.headers[LETTER_HEADER]) };
      const answer = await fetch(url, { method: 'POST', headers, body: await text(request) });
      response.setHeader(LETTER_HEADER, answer.headers.get(LETTER_HEADER) ?? '').end(await answer.text());
    };
    const mutual = { ...(await authority.issue('wierden')), requestCert: true, rejectUnauthorized: true };
    const door = createTlsServer(mutual, (request, response) => void passOn(request, response).catch(() => response.destroy()));
    await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void door.close());
    const post = await postTo(`https://127.0.0.1:${(door.address() as AddressInfo).port}/letters`, wierden.open);
    const [ours, theirs] = [await authority.issue('almelo'), await (await newAuthority('theirs')).issue('almelo', authority)];
    expect(await look(post, [], ours)).toEqual([...well, keysWell]);
    for (const tls of [undefined, theirs]) expect(await look(post, [], tls)).toEqual([expect.stringMatching(/^let op: niet bereikbaar \([A-Z_]+\)$/)]);
  });

  it('that is away is said to be', async () => {
    expect(await look(await postTo('http://127.0.0.1:1/letters', wierden.open))).toEqual(['let op: niet bereikbaar (ECONNREFUSED)']);
  });
});

describe('what an organisation says of its keys', () => {
  const ask = async (url: string, home: string): Promise<Compared> => {
    const { body, statement } = await askToCompare(await postTo(url, wierden.open, home), WIERDEN, randomUUID(), newTrace());
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', [LETTER_HEADER]: statement }, body });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    for (const secret of secrets) for (const form of ['hex', 'base64', 'latin1'] as const) expect(text).not.toContain(secret.toString(form));
    return JSON.parse(text) as Compared;
  };

  it('is another thing at each question, and nothing of a key that it does not share with who asks', async () => {
    const { url } = await served(almelo.open, [sharedKey(newKey, oldKey)]);
    const [one, two] = [await ask(url, ALMELO), await ask(url, ALMELO)];
    const fingerprints = [one, two].flatMap(({ shared }) => shared['SHARED_KEY'] ?? []);
    expect([fingerprints.length, new Set(fingerprints).size]).toEqual([4, 4]);
    expect((await ask(url, NUO)).shared).toEqual({});
  });

  it('is said to no stranger, and not to what is no question', async () => {
    const { url } = await served(almelo.open, [sharedKey(newKey)]);
    const send = (statement: string, body: string) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', [LETTER_HEADER]: statement }, body });
    const post = await postTo(url, wierden.open);
    const { body, statement } = await askToCompare(post, WIERDEN, randomUUID(), newTrace());
    for (const [stated, text] of [
      ['', body],
      [statement, `${body} `],
      ['x.y.z', body],
    ] as const)
      expect((await send(stated, text)).status).toBe(401);
    const empty = post.sign(WIERDEN, { id: randomUUID(), kind: COMPARE_KEYS, aggregateId: 'keys', trace: newTrace() }, '{}');
    const refused = await send(empty, '{}');
    expect([refused.status, await refused.json()]).toEqual([422, { code: 'BAD_BODY' }]);
  });
});
