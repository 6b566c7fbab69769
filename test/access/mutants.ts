import { type Action, type Grantee, municipalities, type Scope, type Subgraph } from '@werkplein/kernel';
import { sameForAll } from './arguments.ts';
import { callers } from './callers.ts';
import { type Cell, cellsOf } from './cells.ts';
import { type Command, commandsOf, mayCommand, reactionOf } from './commands.ts';
import { batchesOf } from './documents.ts';
import type { Ask } from './graph.ts';
import { interfacesOf, shortestWays } from './matrix.ts';
import type { Rules } from './rules.ts';
import { type Demand, demandsOf, hasRows, maySee, seenIn } from './verdict.ts';
import { type Caller, type World, worlds } from './worlds.ts';

/** One fault in a policy: what a grantee may do in one action is other than the table says. */
export interface Mutant {
  where: string;
  action: Action;
  grantee: Grantee;
  scope: Scope | null;
}

export const spelledMutant = ({ where, action, grantee, scope }: Mutant): string => `${where} ${action.name}: ${grantee} ${scope ?? 'nothing'}`;

const kindOf = (where: string): 'nuo' | 'werkplein' => (where === 'nuo' ? 'nuo' : 'werkplein');

/** Of those who may nothing in an action every so many-eth is given a grant: each action begins at another, so that everyone has their turn. */
const GIVEN_ONE_IN = 4;

/** A grant taken away, given, or widened from `own` to `all`. */
export const mutantsOf = (where: string, { actions }: Subgraph, grantees: readonly Grantee[]): Mutant[] =>
  [...new Set(actions.values())].flatMap((action, turn) =>
    grantees.flatMap((grantee, at): Mutant[] => {
      const now = action.grants[grantee];
      if (now === undefined) {
        if ((at + turn) % GIVEN_ONE_IN !== 0) return [];
        // At the NUO `own` means something only where a store limits the rows.
        const own: Scope[] = kindOf(where) === 'werkplein' && grantee.startsWith('werkplein') ? ['own'] : [];
        return (['all', ...own] as Scope[]).map((scope) => ({ where, action, grantee, scope }));
      }
      return [{ where, action, grantee, scope: null }, ...(now === 'own' ? [{ where, action, grantee, scope: 'all' as const }] : [])];
    }),
  );

/** Carries out `work` with the fault in the running servers. */
const during = async <T>({ action, grantee, scope }: Mutant, work: () => Promise<T>): Promise<T> => {
  const open = action as { grants: Action['grants'] };
  const { grants } = open;
  const { [grantee]: _, ...others } = grants;
  open.grants = scope === null ? others : { ...others, [grantee]: scope };
  try {
    return await work();
  } finally {
    open.grants = grants;
  }
};

const withMutant = (rules: Rules, { where, action, grantee, scope }: Mutant): Rules => {
  const part = rules.get(where);
  if (!part) throw new Error(`${where} has no rules.`);
  const { [grantee]: _, ...others } = part.grants.get(action.name) ?? {};
  const grants = new Map([...part.grants, [action.name, scope === null ? others : { ...others, [grantee]: scope }]]);
  return new Map([...rules, [where, { ...part, grants }]]);
};

/** Those of two municipalities and of the NUO: the policies of the other two are the same. */
const judges = callers.filter(({ organisation }) => ![municipalities[1]?.code, municipalities[2]?.code].includes(organisation));

interface Judged {
  cell: Cell;
  demands: Demand[];
}

/** What the matrix asks of one subgraph, ready to be asked in part. */
export interface Target {
  where: string;
  cells: ReadonlyMap<World, Judged[]>;
  commands: readonly Command[];
}

/** Cells of a row that somebody sees; of the others a fault shows nothing. */
export const targetOf = async (ask: Ask, where: string, { schema }: Subgraph, rules: Rules): Promise<Target> => {
  const interfaces = interfacesOf(schema);
  const cells = new Map<World, Judged[]>();
  for (const world of worlds) {
    const visible: Judged[] = [];
    for (const batch of batchesOf(shortestWays(cellsOf(schema, world).cells), world)) {
      const judged = batch.cells.map((cell) => ({ cell, demands: demandsOf(rules, where, cell, interfaces) }));
      const answers = await Promise.all(judges.map((caller) => ask(where, caller, batch)));
      visible.push(...judged.filter(({ cell }) => !sameForAll.has(cell.coordinate) && answers.some((answer) => seenIn(answer, cell, world) === 'SHOWN')));
    }
    cells.set(world, visible);
  }
  return { where, cells, commands: commandsOf(schema) };
};

type Probe = { caller: Caller; world: World; judged: Judged[] } | { caller: Caller; command: Command };

const MOST_PROBES = 6;
const CELLS_PER_PROBE = 20;

/** Where the table and the faulty policy differ. None: the fault changes nothing that anyone can reach. */
export const probesOf = (target: Target, mutant: Mutant, rules: Rules): Probe[] => {
  const faulty = withMutant(rules, mutant);
  const [kind, role] = mutant.grantee.split('.');
  const holders = judges.filter(({ organisation, roles }) => (organisation === 'nuo' ? 'nuo' : 'werkplein') === kind && roles.some((each) => each === role));
  const ofCommands: Probe[] = holders.flatMap((caller) =>
    target.commands.filter((command) => mayCommand(rules, command, caller) !== mayCommand(faulty, command, caller)).map((command) => ({ caller, command })),
  );
  const ofCells: Probe[] = holders.flatMap((caller) =>
    [...target.cells].flatMap(([world, all]) => {
      const differing = all.filter(
        ({ cell, demands }) => maySee(rules, demands, caller, world) !== maySee(faulty, demands, caller, world) && hasRows(cell, caller, world),
      );
      return [...Map.groupBy(differing, ({ cell }) => cell.entity).values()].map((judged) => ({ caller, world, judged: judged.slice(0, CELLS_PER_PROBE) }));
    }),
  );
  return [...ofCommands.slice(0, MOST_PROBES), ...ofCells.slice(0, MOST_PROBES)];
};

const finds = async (ask: Ask, where: string, rules: Rules, probe: Probe): Promise<boolean> => {
  if ('command' in probe) {
    const expected = mayCommand(rules, probe.command, probe.caller) ? 'CONSIDERED' : 'FORBIDDEN';
    return reactionOf(await ask(where, probe.caller, probe.command.question)) !== expected;
  }
  const { caller, world, judged } = probe;
  const [batch] = batchesOf(
    judged.map(({ cell }) => cell),
    world,
  );
  if (!batch) return false;
  const answer = await ask(where, caller, batch);
  return judged.some(({ cell, demands }) => (seenIn(answer, cell, world) === 'SHOWN') !== maySee(rules, demands, caller, world));
};

/** Whether the matrix, asked in the places that the fault touches, finds it; a place where it finds something without the fault does not count. */
export const isKilled = async (ask: Ask, { where }: Target, mutant: Mutant, rules: Rules, probes: readonly Probe[]): Promise<boolean> => {
  for (const probe of probes) if ((await during(mutant, () => finds(ask, where, rules, probe))) && !(await finds(ask, where, rules, probe))) return true;
  return false;
};
