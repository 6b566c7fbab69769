import { NUO } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from './callers.ts';
import { type Command, commandsOf, mayCommand, reactionOf, rowCounts } from './commands.ts';
import { commandsOn, serversOn } from './extent.ts';
import { type AccessGraph, startAccessGraph, subgraphs } from './graph.ts';
import { mayIn, readRules } from './rules.ts';
import { type Caller, worlds } from './worlds.ts';

const rules = readRules();
/** No command demands a purpose. */
const givers = callers.filter(({ purpose }) => purpose === undefined);

describe.each(dialects)('every command as every role on %s', (dialect) => {
  let graph: AccessGraph;
  beforeAll(async () => {
    graph = await startAccessGraph(dialect);
  });
  afterAll(() => graph.stop());

  // The gateway has no database, so one dialect speaks for both.
  const wheres = (name: string): string[] => (dialect === 'sqlite' ? ['gateway', name] : [name]);
  const given = new Set<string>();
  const wrong: string[] = [];
  const give = async (where: string, command: Command, caller: Caller): Promise<void> => {
    const reaction = reactionOf(await graph.ask(where, caller, command.question));
    const expected = mayCommand(rules, command, caller) ? 'CONSIDERED' : 'FORBIDDEN';
    // Who works with employers is known to the NUO from the first command that it considers (decision 26).
    const worksWithEmployers = worlds.some((world) => mayIn(rules.get(NUO), caller, 'employers.view', world));
    if (expected === 'CONSIDERED' && command.root === NUO && worksWithEmployers) given.add(caller.employeeId);
    if (reaction !== expected) wrong.push(`${where}: ${command.root}.${command.name} for ${caller.name}: ${reaction}, by the table ${expected}`);
  };

  it('is considered from those who may, FORBIDDEN to all others, and nonsense writes nothing', async () => {
    const before = await rowCounts(graph.databases);
    let count = 0;
    const offered = new Set(commandsOf(graph.apiSchema).map(({ root, name }) => `${root}.${name}`));
    for (const [name, { schema }] of subgraphs) {
      if (!serversOn(dialect).includes(name)) continue;
      for (const command of commandsOn(dialect, commandsOf(schema))) {
        // Some are for the gateway alone to give.
        const open = wheres(name).filter((where) => where !== 'gateway' || offered.has(`${command.root}.${command.name}`));
        for (const where of open) await Promise.all(givers.map((caller) => give(where, command, caller)));
        count += open.length * givers.length;
      }
    }
    for (const command of commandsOf(graph.apiSchema).filter(({ root }) => !subgraphs.has(root) && dialect === 'sqlite')) {
      await Promise.all(givers.map((caller) => give('gateway', command, caller)));
      count += givers.length;
    }
    expect(wrong).toEqual([]);
    expect(await rowCounts(graph.databases)).toEqual({ ...before, 'nuo.colleague': given.size });
    process.stdout.write(
      `commands on ${dialect}: ${count} given by ${givers.length} callers to ${dialect === 'sqlite' ? 'the gateway and the subgraphs' : 'the subgraphs'}, ${wrong.length} wrong\n`,
    );
    expect(count).toBeGreaterThan(1000);
  }, 600_000);

  it('is for nobody without a token or a statement', async () => {
    const refused = async (where: string, { question }: Command): Promise<void> => {
      const { status, errors } = await graph.ask(where, null, question);
      expect([status, errors[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    };
    for (const command of commandsOf(graph.apiSchema)) await refused('gateway', command);
    for (const [name, { schema }] of subgraphs) for (const command of commandsOf(schema)) await refused(name, command);
  });
});
