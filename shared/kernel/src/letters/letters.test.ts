import { Writable } from 'node:stream';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import pino from 'pino';
import { Query, Resolver } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { action, grant, Guard } from '../access/index.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { systemClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import { newKeyPair, signer } from '../identity/index.ts';
import { idColumn, varchar } from '../persistence/columns.ts';
import type { Database } from '../persistence/database.ts';
import { column, createTable } from '../persistence/migrations.ts';
import { buildSubgraph } from '../server/schema.ts';
import { databaseForTest, dialects } from '../testing/databases.ts';
import { type Postman, postmanForTest, postsForTest } from '../testing/letters.ts';
import { demoUser, newAsking, serveForTest } from '../testing/subgraph.ts';
import { childOf, newTrace } from '../trace/index.ts';
import {
  type Courier,
  letterHandler,
  LetterIn,
  LetterOut,
  type LetterPost,
  LetterRefused,
  LETTER_HEADER,
  letterSigner,
  startCourier,
  writeLetter,
} from './index.ts';

@Entity({ name: 'told' })
class Told {
  @PrimaryGeneratedColumn({ type: 'int' }) entry!: number;
  @Column(idColumn) about!: string;
  @Column(varchar(40)) text!: string;
}
/** Held by who writes about it, as a command locks its client. */
@Entity({ name: 'thing' })
class Thing {
  @PrimaryColumn(idColumn) id!: string;
}
const tables = {
  entities: [Told, Thing],
  migrations: [
    createTable(1764460009001, 'told', {
      columns: { entry: { ...column.int, isGenerated: true, generationStrategy: 'increment' }, about: column.id, text: column.varchar(40) },
      primary: ['entry'],
    }),
    createTable(1764460009002, 'thing', { columns: { id: column.id }, primary: ['id'] }),
  ],
};

const look = action('look', 'Look', grant('all', 'nuo.coordinator'));
@Resolver()
class Root {
  @Guard(look)
  @Query(() => String)
  nothing(): string {
    return '';
  }
}
const subgraph = buildSubgraph({ resolvers: [Root], references: {} });

const SECRET = '999990019';
let refusing: string | null = null;
const handlers = {
  Told: letterHandler({
    body: z.object({ text: z.string() }),
    take: async (tx, ctx, { text }, { aggregateId }) => {
      await tx.em.insert(Told, { about: aggregateId, text });
      if (refusing !== null) throw new LetterRefused(refusing);
      return { subjectIds: [aggregateId, `by ${ctx.principal.organisation}`] };
    },
  }),
};

interface World {
  /** Database of Wierden, which writes, and of the NUO, which is told. */
  from: Database;
  to: Database;
  postman: Postman;
  posts: Map<string, LetterPost>;
  url: string;
  logs: string[];
  courier(more?: Partial<Parameters<typeof startCourier>[0]>): Courier;
  write(about: string, ...texts: string[]): Promise<void>;
  told(): Promise<[string, string][]>;
  states(): Promise<string[]>;
}

const newId = newIds('0189', systemClock);
const context = () => ({ newId, clock: systemClock, trace: childOf(newTrace()) });

const world = async (dialect: (typeof dialects)[number]): Promise<World> => {
  const [from, to] = [await databaseForTest(dialect, tables), await databaseForTest(dialect, tables)];
  const logs: string[] = [];
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _encoding, done) => (logs.push(String(chunk)), done()) }));
  const postman = await postmanForTest();
  const posts = await postsForTest({ '0189': 'http://127.0.0.1:1', nuo: postman.url, '0141': 'http://127.0.0.1:1' });
  const post = posts.get('0189') as LetterPost;
  const served = await serveForTest('nuo', 'nuo', subgraph, to, systemClock, {
    log,
    letters: { post: async () => posts.get('nuo') as LetterPost, handlers },
  });
  onTestFinished(() => served.server.stop());
  postman.to = served.server.url;
  refusing = null;
  return {
    from,
    to,
    postman,
    posts,
    url: served.server.url,
    logs,
    courier: (more = {}) => {
      const courier = startCourier({ db: from, clock: systemClock, post, log, lookMs: 5, firstPauseMs: 5, ...more });
      onTestFinished(() => courier.stop());
      return courier;
    },
    write: (about, ...texts) =>
      from.write(async (tx) => {
        for (const text of texts) await writeLetter(tx, context(), { to: 'nuo', kind: 'Told', aggregateId: about, body: { text } });
      }),
    told: async () => (await to.read.em.find(Told, { order: { entry: 'ASC' } })).map(({ about, text }) => [about, text]),
    states: async () => (await from.read.em.find(LetterOut, { order: { entry: 'ASC' } })).map(({ state }) => state),
  };
};
const arrived = ({ states }: World, count: number) =>
  vi.waitFor(async () => expect(await states()).toEqual(Array.from({ length: count }, () => 'DELIVERED')), 20_000);

describe.each(dialects)('a letter on %s', (dialect) => {
  it('arrives once, in the transaction of its effect, and leaves no body behind', async () => {
    const w = await world(dialect);
    await w.write('0189:a', 'one', 'two');
    w.courier();
    await arrived(w, 2);
    expect(await w.told()).toEqual([
      ['0189:a', 'one'],
      ['0189:a', 'two'],
    ]);
    const [first] = await w.from.read.em.find(LetterOut);
    expect(first).toMatchObject({ body: null, problem: null, tries: 1 });
    const [audit] = await w.to.read.em.find(AuditEvent);
    expect(audit).toMatchObject({ action: 'letter Told', organisation: '0189', employeeId: 'letter', subjectIds: ['0189:a', 'by 0189'] });
    expect(audit?.traceId).toBe(first?.traceparent.slice(3, 35));
  });

  it('is not there when its transaction is rolled back', async () => {
    const w = await world(dialect);
    const failing = w.from.write(async (tx) => {
      await writeLetter(tx, context(), { to: 'nuo', kind: 'Told', aggregateId: '0189:a', body: {} });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await w.states()).toEqual([]);
  });

  it('has its effect once and in order, whatever the network does and however many couriers there are', async () => {
    const w = await world(dialect);
    const about = ['0189:a', '0189:b', '0189:c'];
    await w.from.write((tx) =>
      tx.em.insert(
        Thing,
        about.map((id) => ({ id })),
      ),
    );
    for (const _ of [1, 2, 3]) w.courier();
    const step = fc.record({ about: fc.constantFrom(...about), letters: fc.integer({ min: 1, max: 3 }) });
    const fate = fc.constantFrom('delivered' as const, 'lost' as const, 'unanswered' as const, 'twice' as const);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), fc.array(fate, { maxLength: 12 }), async (steps, fates) => {
        run += 1;
        w.postman.fates = fates;
        const written = new Map<string, string[]>(about.map((id) => [id, []]));
        await Promise.all(
          steps.map(({ about: id, letters }, s) =>
            w.from.write(async (tx) => {
              await tx.em.findOne(Thing, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' } }) });
              for (let l = 0; l < letters; l += 1) {
                const text = `${run}/${s}/${l}`;
                await writeLetter(tx, context(), { to: 'nuo', kind: 'Told', aggregateId: id, body: { text } });
                written.get(id)?.push(text);
              }
            }),
          ),
        );
        const count = await w.from.read.em.count(LetterOut);
        await arrived(w, count);
        const told = (await w.told()).filter(([, text]) => text.startsWith(`${run}/`));
        for (const id of about) expect(told.filter(([each]) => each === id).map(([, text]) => text)).toEqual(written.get(id));
      }),
      { numRuns: 8 },
    );
  });

  it('waits for an addressee who is away, and holds up no other thing', async () => {
    const w = await world(dialect);
    const { to } = w.postman;
    w.postman.to = null;
    w.courier();
    await w.write('0189:a', 'one');
    await vi.waitFor(async () => expect((await w.from.read.em.find(LetterOut))[0]).toMatchObject({ state: 'WAITING', problem: 'UNREACHABLE' }));
    w.postman.to = to;
    await w.write('0189:b', 'other');
    await arrived(w, 2);
  });

  it('is not sent again by a courier that starts anew, but for one whose try ended with the process', async () => {
    const w = await world(dialect);
    const first = w.courier();
    await w.write('0189:a', 'one');
    await arrived(w, 1);
    await first.stop();
    await w.write('0189:a', 'two');
    // As a process leaves it that was killed while it sent.
    await w.from.write((tx) => tx.em.update(LetterOut, { state: 'WAITING' }, { tries: 1, nextTryAt: new Date(Date.now() + 15_000) }));
    const second = w.courier();
    await w.write('0189:b', 'other');
    await vi.waitFor(async () => expect(await w.states()).toEqual(['DELIVERED', 'WAITING', 'DELIVERED']));
    await second.stop();
    w.courier({ clock: () => new Date(Date.now() + 16_000) });
    await arrived(w, 3);
    expect((await w.told()).map(([, text]) => text)).toEqual(['one', 'other', 'two']);
    expect(w.postman.seen).toHaveLength(3);
  });

  it('is refused for good when it cannot be understood or its handler says so, and later ones about the same wait', async () => {
    const w = await world(dialect);
    w.courier();
    await w.from.write(async (tx) => {
      await writeLetter(tx, context(), { to: 'nuo', kind: 'Unheard', aggregateId: '0189:a', body: {} });
      await writeLetter(tx, context(), { to: 'nuo', kind: 'Told', aggregateId: '0189:b', body: { text: 7 } });
    });
    await w.write('0189:a', 'behind');
    refusing = 'NOT_NOW';
    await w.write('0189:c', 'refused');
    const problems = async () => (await w.from.read.em.find(LetterOut, { order: { entry: 'ASC' } })).map(({ state, problem }) => [state, problem]);
    await vi.waitFor(async () =>
      expect(await problems()).toEqual([
        ['REFUSED', 'UNKNOWN_KIND'],
        ['REFUSED', 'BAD_BODY'],
        ['WAITING', null],
        ['REFUSED', 'NOT_NOW'],
      ]),
    );
    expect([await w.told(), await w.to.read.em.count(LetterIn)]).toEqual([[], 0]);
  });

  it('lets a try that is under way finish when the courier stops', async () => {
    const w = await world(dialect);
    const courier = w.courier();
    await w.write('0189:a', 'one');
    await vi.waitFor(() => expect(w.postman.seen).toHaveLength(1));
    await courier.stop();
    expect(await w.states()).toEqual(['DELIVERED']);
  });

  it('leaves nothing of what it says in a log, at either side', async () => {
    const w = await world(dialect);
    w.courier();
    refusing = 'NOT_NOW';
    await w.write('0189:a', SECRET);
    await vi.waitFor(async () => expect(await w.states()).toEqual(['REFUSED']));
    refusing = null;
    w.postman.to = null;
    await w.write('0189:b', SECRET);
    await vi.waitFor(() => expect(w.logs.join('')).toContain('UNREACHABLE'));
    expect(w.logs.length).toBeGreaterThan(2);
    expect(w.logs.join('')).not.toContain(SECRET);
  });
});

describe('a letter that is not what it says', () => {
  const letter = (id = newId()) => ({ id, kind: 'Told', aggregateId: '0189:a', trace: newTrace() });
  const body = JSON.stringify({ text: 'one' });
  const post = (url: string, statement: string, text = body, more: RequestInit = {}) =>
    fetch(`${url}/letters`, { method: 'POST', headers: { 'content-type': 'application/json', [LETTER_HEADER]: statement }, body: text, ...more });

  it('is refused: with another body, to another organisation, by a stranger, expired, or by the gateway', async () => {
    const w = await world('sqlite');
    const wierden = w.posts.get('0189') as LetterPost;
    const stranger = await newKeyPair();
    const expired = async () => {
      const now = Math.floor(Date.now() / 1000);
      const claims = { kind: 'Told', about: '0189:a', body: '', trace: '' };
      const { importJWK } = await import('jose');
      const key = await importJWK(stranger.privateJwk, 'EdDSA');
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer('0189')
        .setAudience('letters:nuo')
        .setIssuedAt(now - 120)
        .setExpirationTime(now - 60)
        .sign(key);
    };
    const statements = {
      'another body': [wierden.sign('nuo', letter(), body), '{"text":"two"}'],
      'to another': [wierden.sign('0141', letter(), body), body],
      'as another': [letterSigner('0141', stranger.privateJwk)('nuo', letter(), body), body],
      'by a stranger': [letterSigner('9999', stranger.privateJwk)('nuo', letter(), body), body],
      'as Wierden': [letterSigner('0189', stranger.privateJwk)('nuo', letter(), body), body],
      expired: [await expired(), body],
      'by the gateway': [signer(stranger.privateJwk, 'gateway')(demoUser('nuo.coordinator'), 'nuo', newAsking(), body), body],
      nothing: ['', body],
    } as const;
    for (const [name, [statement, text]] of Object.entries(statements)) expect([name, (await post(w.url, statement, text)).status]).toEqual([name, 401]);
    expect((await post(w.url, wierden.sign('nuo', letter(), body))).status).toBe(200);
    expect((await fetch(`${w.url}/letters`)).status).toBe(405);
    expect((await post(w.url, '', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect(await w.told()).toHaveLength(1);
  });

  it('is known when it comes again, by whoever caught it', async () => {
    const w = await world('sqlite');
    const statement = (w.posts.get('0189') as LetterPost).sign('nuo', letter(), body);
    const answers = await Promise.all([post(w.url, statement), post(w.url, statement), post(w.url, statement)]);
    const told = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { status: string }).status));
    expect(told.toSorted()).toEqual(['KNOWN', 'KNOWN', 'TAKEN']);
    expect(await w.told()).toHaveLength(1);
  });
});
