import { createHash } from 'node:crypto';
import { Directive, Field, ID, InputType, Mutation, ObjectType, Query, Resolver, Arg, Ctx, FieldResolver } from 'type-graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { action, Guard, grant } from '../access/index.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { fixedClock } from '../clock/index.ts';
import { CommandRequest } from '../commands/command-request.entity.ts';
import { runCommand } from '../commands/index.ts';
import { fault } from '../errors/index.ts';
import type { Database } from '../persistence/database.ts';
import { dialects, testDatabase } from '../testing/databases.ts';
import { type Answer, serveForTest, testLogging, type TestSubgraph } from '../testing/subgraph.ts';
import type { RequestContext } from './context.ts';
import { buildSubgraph } from './schema.ts';

const see = action('thing.see', 'See things', grant('own', 'werkplein.klantregisseur'));
const make = action('thing.make', 'Make things', grant('all', 'nuo.coordinator', 'werkplein.klantregisseur'));

@ObjectType()
@Directive('@key(fields: "id")')
class Thing {
  @Field(() => ID) id!: string;
}

@ObjectType()
class ThingCommands {}

@ObjectType()
class ThingMade {
  __typename!: 'ThingMade';
  @Field(() => ID) thingId!: string;
}

@InputType()
class MakeThingInput {
  @Field(() => String) requestId!: string;
  @Field(() => String) name!: string;
}

let effects = 0;
let failure: Error | null = null;

@Resolver()
class Root {
  @Guard(see)
  @Query(() => Thing, { nullable: true })
  thing(): Thing {
    return { id: 'one' };
  }
  @Guard(make)
  @Query(() => String, { nullable: true })
  breaks(): string {
    throw new Error('secret table client.bsn at 10.0.0.7');
  }
  @Guard(make)
  @Mutation(() => ThingCommands)
  things(): ThingCommands {
    return {};
  }
}

@Resolver(() => ThingCommands)
class Commands {
  @Guard(make)
  @FieldResolver(() => ThingMade, { nullable: true })
  makeThing(@Arg('input', () => MakeThingInput) input: MakeThingInput, @Ctx() ctx: RequestContext): Promise<ThingMade> {
    return runCommand(ctx, 'makeThing', input, async () => {
      effects += 1;
      if (failure) throw failure;
      return { answer: { __typename: 'ThingMade', thingId: ctx.newId() }, subjectIds: ['x'] };
    });
  }
}

const subgraph = buildSubgraph({
  resolvers: [Root, Commands],
  references: {
    Thing: {
      action: see,
      key: 'id',
      load: async (ctx, id) => ctx.load('thing', id, async (ids) => new Map(ids.filter((each) => each !== 'gone').map((each) => [each, { id: each }]))),
    },
  },
});

const mutation = 'mutation ($input: MakeThingInput!) { things { makeThing(input: $input) { thingId } } }';

describe.each(dialects)('a subgraph on %s', (dialect) => {
  let db: Database;
  let served: TestSubgraph;
  beforeAll(async () => {
    db = await testDatabase(dialect, { entities: [], migrations: [] });
    served = await serveForTest('almelo', '0141', subgraph, db, fixedClock('2026-11-23T10:00:00Z'));
  });
  afterAll(async () => {
    await served.server.stop();
    await db.close();
  });

  it('answers nobody without a statement', async () => {
    for (const body of ['{"query":"{__typename}"}', '{"query":"{_service{sdl}}"}', '{"query":"{_entities(representations:[]){__typename}}"}']) {
      const response = await fetch(`${served.server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect([response.status, ((await response.json()) as Answer).errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('says that it lives and is ready', async () => {
    expect((await fetch(`${served.server.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${served.server.url}/health/ready`)).status).toBe(200);
  });

  it.each([
    ['almelo.klantregisseur', { id: 'one' }],
    ['wierden.klantregisseur', null],
    ['nuo.coordinator', null],
    ['almelo.rapporteur', null],
  ])('guards a root field and the same entity by reference for %s', async (user, thing) => {
    const root = await served.ask(user, '{ thing { id } }');
    const reference = await served.ask(user, '{ _entities(representations: [{ __typename: "Thing", id: "one" }]) { ... on Thing { id } } }');
    expect([root.data.thing, reference.data._entities[0]]).toEqual([thing, thing]);
    expect(root.errors?.[0]?.extensions['code']).toBe(thing ? undefined : 'FORBIDDEN');
  });

  it('gives null for a reference that does not exist', async () => {
    const answer = await served.ask(
      'almelo.klantregisseur',
      '{ _entities(representations: [{ __typename: "Thing", id: "gone" }, { __typename: "Thing", id: "one" }]) { ... on Thing { id } } }',
    );
    expect(answer.data._entities).toEqual([null, { id: 'one' }]);
  });

  it('tells nothing of a fault but a number to quote', async () => {
    const { errors } = await served.ask('nuo.coordinator', '{ breaks }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', reference: expect.stringMatching(/^[\da-f-]{36}$/) });
    expect(JSON.stringify(errors)).not.toMatch(/secret|bsn|10\.0/);
  });

  it('gives the same answer to the same command, ten at once, with one effect and one audit row', async () => {
    effects = 0;
    const input = { requestId: `request-same-${dialect}`, name: 'a' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => served.ask('nuo.coordinator', mutation, { input })));
    expect(new Set(answers.map(({ data }) => data.things.makeThing.thingId)).size).toBe(1);
    expect(effects).toBe(1);
    expect(await db.read.em.countBy(AuditEvent, { action: 'makeThing', employeeId: 'demo-nuo-coordinator' })).toBe(1);
  });

  it('refuses another command under a used requestId', async () => {
    const requestId = `request-used-${dialect}`;
    await served.ask('nuo.coordinator', mutation, { input: { requestId, name: 'a' } });
    const other = await served.ask('nuo.coordinator', mutation, { input: { requestId, name: 'b' } });
    expect(other.errors?.[0]?.extensions['code']).toBe('REQUEST_ID_REUSED');
    const { fingerprint } = await db.read.em.findOneByOrFail(CommandRequest, { requestId });
    expect(fingerprint).toMatch(/^[\da-f]{64}$/);
    expect(fingerprint).not.toBe(
      createHash('sha256')
        .update(JSON.stringify({ requestId, name: 'a' }))
        .digest('hex'),
    );
  });

  it('keeps nothing of a command that fails, so that it can be sent again', async () => {
    const input = { requestId: `request-fails-${dialect}`, name: 'a' };
    failure = fault('NOT_FOUND');
    const first = await served.ask('almelo.klantregisseur', mutation, { input });
    failure = null;
    expect(first.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    expect(await db.read.em.countBy(CommandRequest, { requestId: input.requestId })).toBe(0);
    expect((await served.ask('almelo.klantregisseur', mutation, { input })).data.things.makeThing.thingId).toMatch(/^0141:/);
  });

  it('refuses a requestId of the wrong form', async () => {
    const { errors } = await served.ask('nuo.coordinator', mutation, { input: { requestId: 'x', name: 'a' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', problems: [{ path: ['input', 'requestId'] }] });
  });

  it('says that a port is taken', async () => {
    const port = served.server.port;
    const { startSubgraph } = await import('./subgraph.ts');
    const { default: pino } = await import('pino');
    await expect(
      startSubgraph({
        subgraph,
        home: '0141',
        db,
        clock: fixedClock('2026-11-23T10:00:00Z'),
        verify: async () => null,
        logging: testLogging('0141'),
        port,
        log: pino({ level: 'silent' }),
      }),
    ).rejects.toThrow(`Port ${port} is taken`);
  });
});

it('does not start with a root field without an action', () => {
  @Resolver()
  class Open {
    @Query(() => String)
    open(): string {
      return 'to all';
    }
  }
  expect(() => buildSubgraph({ resolvers: [Open], references: {} })).toThrow('Query.open has no action');
});
