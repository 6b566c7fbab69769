import { setTimeout as wait } from 'node:timers/promises';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { action, Guard, grant } from '../access/index.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { fixedClock } from '../clock/index.ts';
import { CommandRequest } from '../commands/command-request.entity.ts';
import { runCommand } from '../commands/index.ts';
import { STATEMENT_HEADER } from '../identity/statement.ts';
import type { Database } from '../persistence/database.ts';
import { isUnwanted } from '../persistence/statements.ts';
import { dialects, testDatabase } from '../testing/databases.ts';
import { type Answer, demoUser, newAsking, serveForTest, type TestSubgraph } from '../testing/subgraph.ts';
import type { RequestContext } from './context.ts';
import { REMAINING_HEADER } from './deadline.ts';
import { buildSubgraph } from './schema.ts';

const all = action('deadline.all', 'Everything here', grant('all', 'nuo.coordinator'));

@ObjectType()
class SlowCommands {}

@ObjectType()
class SlowDone {
  __typename!: 'SlowDone';
  @Field(() => ID) id!: string;
}

@InputType()
class SlowInput {
  @Field(() => String) requestId!: string;
  @Field(() => Boolean) late!: boolean;
}

let begun = Promise.withResolvers<void>();
let ended = Promise.withResolvers<void>();
let sent = 0;

/** Two statements; between them, when asked so, nobody waits any more. */
const twoStatements = async (send: (sql: string) => Promise<unknown>, late: boolean): Promise<number> => {
  try {
    await send('SELECT 1');
    sent += 1;
    begun.resolve();
    while (late && !isUnwanted()) await wait(2);
    await send('SELECT 2');
    return (sent += 1);
  } finally {
    ended.resolve();
  }
};

@Resolver()
class Root {
  @Guard(all)
  @Query(() => Int, { nullable: true })
  slow(@Arg('late', () => Boolean) late: boolean, @Ctx() { db }: RequestContext): Promise<number> {
    return twoStatements((sql) => db.read.em.query(sql), late);
  }
  @Guard(all)
  @Mutation(() => SlowCommands)
  slows(): SlowCommands {
    return {};
  }
}

@Resolver(() => SlowCommands)
class Commands {
  @Guard(all)
  @FieldResolver(() => SlowDone, { nullable: true })
  doSlowly(@Arg('input', () => SlowInput) input: SlowInput, @Ctx() ctx: RequestContext): Promise<SlowDone> {
    return runCommand(ctx, 'doSlowly', { requestId: input.requestId }, async (tx) => {
      await twoStatements((sql) => tx.em.query(sql), input.late);
      return { answer: { __typename: 'SlowDone', id: ctx.newId() }, subjectIds: ['x'] };
    });
  }
}

const subgraph = buildSubgraph({ resolvers: [Root, Commands], references: {} });
const command = 'mutation ($input: SlowInput!) { slows { doSlowly(input: $input) { id } } }';

describe.each(dialects)('work that nobody waits for, on %s', (dialect) => {
  let db: Database;
  let served: TestSubgraph;
  beforeAll(async () => {
    db = await testDatabase(dialect, { entities: [], migrations: [] });
    served = await serveForTest('nuo', 'nuo', subgraph, db, fixedClock('2026-11-23T10:00:00Z'), { longestMs: 5000 });
  });
  afterAll(async () => {
    await served.server.stop();
    await db.close();
  });

  const ask = (query: string, variables: object, remaining: string | undefined, signal?: AbortSignal): Promise<Response> => {
    [begun, ended, sent] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), 0];
    const body = JSON.stringify({ query, variables });
    const headers = {
      'content-type': 'application/json',
      [STATEMENT_HEADER]: served.sign(demoUser('nuo.coordinator'), 'nuo', newAsking(), body),
      ...(remaining !== undefined && { [REMAINING_HEADER]: remaining }),
    };
    return fetch(`${served.server.url}/graphql`, { method: 'POST', headers, body, ...(signal && { signal }) });
  };
  const codeOf = async (response: Response): Promise<unknown[]> => {
    const { errors } = (await response.json()) as Answer;
    return [response.status, errors?.[0]?.extensions['code']];
  };
  const slow = 'query ($late: Boolean!) { slow(late: $late) }';
  const kept = async (): Promise<number[]> => [await db.read.em.count(AuditEvent), await db.read.em.count(CommandRequest)];

  it('ends before its next statement when the time is over', async () => {
    expect(await codeOf(await ask(slow, { late: true }, '100'))).toEqual([503, 'UNAVAILABLE']);
    expect(sent).toBe(1);
  });

  it('ends before its next statement when the caller is gone', async () => {
    const caller = new AbortController();
    const answer = ask(slow, { late: true }, undefined, caller.signal);
    await begun.promise;
    caller.abort();
    await expect(answer).rejects.toThrow('aborted');
    await ended.promise;
    expect(sent).toBe(1);
  });

  it('is not begun when there is no time left', async () => {
    expect(await codeOf(await ask(slow, { late: false }, '0'))).toEqual([503, 'UNAVAILABLE']);
    expect(sent).toBe(0);
  });

  it.each([
    ['nothing', undefined],
    ['more than it takes itself', '999999'],
    ['no number', 'soon'],
    ['less than nothing', '-1'],
  ])('is done in its own time when the caller says %s', async (_, remaining) => {
    expect(await (await ask(slow, { late: false }, remaining)).json()).toEqual({ data: { slow: 2 } });
  });

  it('is never longer than its own limit, whatever the caller says', async () => {
    const hasty = await serveForTest('nuo', 'nuo', subgraph, db, fixedClock('2026-11-23T10:00:00Z'), { longestMs: 100 });
    try {
      sent = 0;
      const { status } = await hasty.send('nuo.coordinator', slow, { late: true });
      expect([status, sent]).toEqual([503, 1]);
    } finally {
      await hasty.server.stop();
    }
  });

  it('is rolled back whole when it is a command, and done once when it is sent again', async () => {
    const before = await kept();
    const requestId = `deadline-${dialect}`;
    expect(await codeOf(await ask(command, { input: { requestId, late: true } }, '100'))).toEqual([503, 'UNAVAILABLE']);
    expect(await kept()).toEqual(before);

    const caller = new AbortController();
    const answer = ask(command, { input: { requestId, late: true } }, undefined, caller.signal);
    await begun.promise;
    caller.abort();
    await expect(answer).rejects.toThrow('aborted');
    await ended.promise;

    const again = [await ask(command, { input: { requestId, late: false } }, undefined), await ask(command, { input: { requestId, late: false } }, undefined)];
    const [first, second] = await Promise.all(again.map(async (response) => (await response.json()) as Answer));
    expect(first?.data.slows.doSlowly).toEqual({ id: expect.stringMatching(/^nuo:/) });
    expect(second).toEqual(first);
    expect(await kept()).toEqual(before.map((count) => count + 1));
  });
});
