import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { action, Guard, grant } from '../access/index.ts';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { fixedClock } from '../clock/index.ts';
import { runCommand } from '../commands/index.ts';
import { type DatabaseOptions, openDatabase } from '../persistence/database.ts';
import { takingLonger } from '../persistence/statement-time.ts';
import { dialects, emptyDatabase } from '../testing/databases.ts';
import { serveForTest } from '../testing/subgraph.ts';
import { withRights } from '../testing/variants.ts';
import type { RequestContext } from './context.ts';
import { buildSubgraph } from './schema.ts';

const act = action('work.do', 'Do work', grant('all', 'nuo.coordinator'));

/** Seconds of work for the database; SLEEP alone would wake up without an error. */
const ENDLESS = 'SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c';

@ObjectType()
class WorkCommands {}

@ObjectType()
class WorkDone {
  __typename!: 'WorkDone';
  @Field(() => String) id!: string;
}

@InputType()
class WorkInput {
  @Field(() => String) requestId!: string;
}

@Resolver()
class Root {
  @Guard(act)
  @Query(() => String, { nullable: true })
  async quick(): Promise<string> {
    return 'here';
  }
  @Guard(act)
  @Query(() => String, { nullable: true })
  async endless(@Ctx() { db }: RequestContext): Promise<string> {
    await db.read.em.query(ENDLESS);
    return 'after all';
  }
  @Guard(act)
  @Query(() => Number, { nullable: true })
  async mayTake(@Ctx() { db }: RequestContext): Promise<number> {
    const [row] = await takingLonger(() => db.read.em.query<{ seconds: string }[]>('SELECT @@max_statement_time AS seconds'));
    return Number(row?.seconds);
  }
  @Guard(act)
  @Query(() => String, { nullable: true })
  async wipe(@Ctx() { db }: RequestContext): Promise<string> {
    await db.write(({ em }) => em.delete(AuditEvent, { action: 'work.do' }));
    return 'gone';
  }
  @Guard(act)
  @Query(() => String, { nullable: true })
  async slow(@Ctx() { db }: RequestContext): Promise<string> {
    await db.read.em.query('SELECT SLEEP(0.2) AS slept');
    return 'done';
  }
  @Guard(act)
  @Mutation(() => WorkCommands)
  work(): WorkCommands {
    return {};
  }
}

@Resolver(() => WorkCommands)
class Commands {
  @Guard(act)
  @FieldResolver(() => WorkDone, { nullable: true })
  doWork(@Arg('input', () => WorkInput) input: WorkInput, @Ctx() ctx: RequestContext): Promise<WorkDone> {
    return runCommand(ctx, 'doWork', input, async (tx) => {
      if (tries++ === 0) await tx.em.query(ENDLESS);
      return { answer: { __typename: 'WorkDone', id: 'one' }, subjectIds: [] };
    });
  }
}

let tries = 0;
const subgraph = buildSubgraph({ resolvers: [Root, Commands], references: {} });

const served = async (more: Partial<DatabaseOptions>, narrow = false) => {
  const { url, drop } = await emptyDatabase('mariadb');
  const options = { url, entities: [], migrations: [] };
  const own = await openDatabase({ ...options, ...more });
  await own.migrate();
  const db = narrow ? await withRights(own, options) : own;
  const { ask, server } = await serveForTest('nuo', 'nuo', subgraph, db, fixedClock('2026-11-23T10:00:00Z'));
  onTestFinished(async () => {
    await server.stop();
    await db.close();
    await drop();
  });
  return { db, ask: (query: string, variables?: Record<string, unknown>) => ask('nuo.coordinator', query, variables) };
};

describe.runIf(dialects.includes('mariadb'))('a subgraph whose MariaDB', () => {
  it('takes too long over a question says so of that field, and answers the others', async () => {
    const { ask } = await served({ statementSeconds: { question: 0.1, longer: 10 } });
    const { data, errors } = await ask('{ quick endless mayTake }');
    expect(data).toEqual({ quick: 'here', endless: null, mayTake: 10 });
    expect(errors).toEqual([expect.objectContaining({ path: ['endless'], extensions: { code: 'TOO_SLOW' } })]);
  });

  it('takes too long over a command has kept nothing of it, and does it when it comes again', async () => {
    const { ask, db } = await served({ statementSeconds: { question: 10, longer: 0.1 } });
    tries = 0;
    const again = () => ask('mutation ($input: WorkInput!) { work { doWork(input: $input) { id } } }', { input: { requestId: 'request-1' } });
    expect((await again()).errors?.[0]?.extensions).toEqual({ code: 'TOO_SLOW' });
    expect(await db.read.em.countBy(AuditEvent, {})).toBe(0);
    expect((await again()).data.work.doWork).toEqual({ id: 'one' });
    expect([tries, await db.read.em.countBy(AuditEvent, {})]).toEqual([2, 1]);
  });

  it('does not let the service do it says who may, and does the rest', async () => {
    const { ask, db } = await served({}, true);
    const { data, errors } = await ask('{ quick wipe }');
    expect(data).toEqual({ quick: 'here', wipe: null });
    expect(errors).toEqual([expect.objectContaining({ path: ['wipe'], extensions: { code: 'TASK_ONLY' } })]);
    expect(await db.ready()).toBe(true);
  });

  it('has no connection left for who waits already is not asked, and the answer says when to come back', async () => {
    const { ask } = await served({ poolSize: 1, queueLimit: 1 });
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { data, errors } = await ask('{ slow }');
        return data?.slow ?? errors?.[0]?.extensions['code'];
      }),
    );
    expect(answers.toSorted()).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE', 'done', 'done']);
    expect((await ask('{ slow }')).data).toEqual({ slow: 'done' });
  });
});
