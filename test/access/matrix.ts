import { NUO } from '@werkplein/kernel';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { callers } from './callers.ts';
import { type Cell, cellsOf } from './cells.ts';
import { sameForAll } from './arguments.ts';
import { type Batch, batchesOf } from './documents.ts';
import type { Ask, GraphAnswer, Question } from './graph.ts';
import type { Rules } from './rules.ts';
import { demandsOf, demandsPurpose, hasRows, maySee, purposeHelps, type Seen, seenIn } from './verdict.ts';
import { type Caller, type World, worlds } from './worlds.ts';

/** What the matrix of one server found. Every list is empty when all is well. */
export interface Found {
  cells: number;
  operations: number;
  fields: Set<string>;
  shown: Set<string>;
  leaks: string[];
  wrongDenials: string[];
  errors: string[];
  missing: Set<string>;
  /** Times that only a purpose was missing, and was asked for. */
  purposes: number;
}

/** Hears every question with its answer. */
export type Listener = (caller: Caller, world: World, question: Question, answer: GraphAnswer) => void;

export const interfacesOf = (schema: GraphQLSchema): Map<string, string[]> =>
  new Map(
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .map((type) => [type.name, type.getInterfaces().map(({ name }) => name)]),
  );

const spelled = ({ steps, entity }: Cell): string => [...(entity === undefined ? [] : [`_entities(${entity})`]), ...steps.map(({ field }) => field)].join('.');

/** A few at once: forty wait so long for the processing log on a busy machine that they get no answer. */
const AT_ONCE = 8;
const askedBy = async (asking: readonly Caller[], ask: (caller: Caller) => Promise<GraphAnswer>): Promise<(readonly [Caller, GraphAnswer])[]> => {
  const answers: (readonly [Caller, GraphAnswer])[] = [];
  for (let from = 0; from < asking.length; from += AT_ONCE)
    answers.push(...(await Promise.all(asking.slice(from, from + AT_ONCE).map(async (caller) => [caller, await ask(caller)] as const))));
  return answers;
};

/** So many ways to one field are asked, the shortest: their number grows with every type that leads to another, the rule of a field does not. */
const WAYS_MAX = 2;
export const shortestWays = (cells: readonly Cell[]): Cell[] =>
  [...Map.groupBy(cells, ({ coordinate, entity }) => `${entity ?? ''} ${coordinate}`).values()].flatMap((ways) =>
    ways.toSorted((a, b) => a.steps.length - b.steps.length).slice(0, WAYS_MAX),
  );

/** Asks every field of a schema as every caller in every world, and compares with the committed tables. */
export const runMatrix = async (ask: Ask, where: string, schema: GraphQLSchema, rules: Rules, listen: Listener = () => undefined): Promise<Found> => {
  const found: Found = {
    cells: 0,
    operations: 0,
    fields: new Set(),
    shown: new Set(),
    leaks: [],
    wrongDenials: [],
    errors: [],
    missing: new Set(),
    purposes: 0,
  };
  const interfaces = interfacesOf(schema);
  for (const world of worlds) {
    const plan = cellsOf(schema, world);
    for (const each of plan.missing) found.missing.add(each);
    for (const batch of batchesOf(shortestWays(plan.cells), world)) {
      const judging = batch.cells.map((cell) => ({ cell, demands: demandsOf(rules, where, cell, interfaces) }));
      // With a purpose or without it is one question where no field demands any.
      const demanding = judging.some(({ demands }) => demandsPurpose(rules, demands));
      const asking = demanding ? callers : callers.filter(({ purpose }) => purpose === undefined);
      const question: Question = { query: batch.query, variables: batch.variables };
      const answers = await askedBy(asking, (caller) => ask(where, caller, question));
      found.operations += answers.length;
      for (const [caller, answer] of answers) listen(caller, world, question, answer);
      for (const { cell, demands } of judging) {
        found.fields.add(cell.coordinate);
        const judged = answers.map(([caller, answer]) => ({ caller, seen: seenIn(answer, cell, world), allowed: maySee(rules, demands, caller, world) }));
        found.cells += judged.length;
        const someoneSaw = judged.some(({ seen }) => seen === 'SHOWN');
        if (judged.some(({ seen }) => seen === 'SHOWN' || seen === 'EMPTY')) found.shown.add(cell.coordinate);
        const isOfNobody = (of: Cell, caller: Caller): boolean =>
          sameForAll.has(of.coordinate) && worlds.some((each) => maySee(rules, demands, atHome(caller, each), each));
        for (const { caller, seen, allowed } of judged) {
          const line = `${where}: ${spelled(cell)} (${cell.coordinate}) of ${world.name} for ${caller.name}: ${seen}`;
          if (seen.startsWith('ERROR')) found.errors.push(line);
          else if (seen === 'SHOWN' && !allowed && !isOfOtherWorld(cell, caller, world) && !isOfNobody(cell, caller)) found.leaks.push(line);
          else if (seen === 'PURPOSE_REQUIRED') {
            found.purposes += 1;
            if (!purposeHelps(rules, demands, caller, world)) found.wrongDenials.push(line);
          } else if (allowed && isWrong(seen, someoneSaw, cell, caller, world)) {
            // A neighbour that may not be null takes the whole object along: what counts is the cell alone.
            const [alone] = batchesOf([cell], world) as [Batch];
            if (seenIn(await ask(where, caller, alone), cell, world) !== 'SHOWN') found.wrongDenials.push(line);
          }
        }
      }
    }
  }
  return found;
};

/** The caller as a colleague of the rows of a world. */
const atHome = (caller: Caller, { municipality }: World): Caller => (caller.organisation === NUO ? caller : { ...caller, organisation: municipality.code });

/** A list of the caller's own, without arguments, shows what is theirs in every world. */
const isOfOtherWorld = (cell: Cell, caller: Caller, world: World): boolean => {
  const [first] = cell.steps;
  return first?.type === 'Query' && Object.keys(first.args).length === 0 && !hasRows(cell, caller, world);
};

/** FORBIDDEN always; nothing only where another with the right saw something, and the list is not the caller's own. */
const isWrong = (seen: Seen, someoneSaw: boolean, cell: Cell, caller: Caller, world: World): boolean =>
  seen === 'FORBIDDEN' || (seen === 'ABSENT' && someoneSaw && hasRows(cell, caller, world));
