import { isDeepStrictEqual } from 'node:util';
import { type GraphQLFormattedError, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { randomFrom, randomOperation } from '../../testing/random-operation.ts';
import { randomSupergraph } from '../../testing/random-supergraph.ts';
import { type Circumstances, ourGraph, requestOf, type TwoExecutions, twoExecutions } from '../../testing/two-executions.ts';

// `npm run test:differential` compares 10,000.
const OPERATIONS = Number(process.env['OPERATIONS'] ?? 120);
/** Of one random supergraph. */
const OPERATIONS_EACH = 20;
const FIRST = Number(process.env['SEED'] ?? 1);

const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

/** What has no code of ours leaves the gateway as INTERNAL, whatever it was called within. */
const codeOf = (code: unknown): string => (code === undefined || code === 'DOWNSTREAM_SERVICE_ERROR' ? 'INTERNAL' : (code as string));

/** What went wrong, in which kind of place: of an entity that several rows show the stock gateway names another row than the one it is of. */
const wrongs = (errors: readonly GraphQLFormattedError[] | undefined): string[] =>
  (errors ?? [])
    .map(
      ({ message, extensions, path = [] }) =>
        `${codeOf(extensions?.['code'])} ${message} ${path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')}`,
    )
    .toSorted();

/** Who is refused an entity whole: theirs name the row, ours what the fetch would have brought of it (decision 70). */
const asTheyName = (mine: readonly string[], theirs: readonly string[]): string[] =>
  mine.map((wrong) => (theirs.includes(wrong) ? wrong : (theirs.find((other) => wrong.startsWith(`${other}.`)) ?? wrong))).toSorted();

/** Random operations, each answered by both; fails at the first that differs. Gives what they were, so that a test can tell that they asked something. */
const compare = async ({ schema, names, stock, compiled }: TwoExecutions, operations: number, of: string) => {
  const seen = { compared: 0, entities: 0, people: 0, failed: 0, bytes: 0 };
  for (let seed = FIRST; seen.compared < operations; seed += 1) {
    const { query, variables } = randomOperation(schema, seed);
    if (validate(schema, parse(query)).length > 0) continue;
    const random = randomFrom(seed + 1_000_000);
    const circumstances: Circumstances = {
      salt: String(seed % 7),
      down: random() < 0.2 ? (names[Math.floor(random() * names.length)] ?? null) : null,
      entities: 0,
      municipal: 0,
    };
    const theirs = await stock(requestOf(query, variables, circumstances));
    const ours = await compiled(requestOf(query, variables, circumstances));
    const where = `${of}SEED=${seed} down=${circumstances.down}\n${query}\n${JSON.stringify(variables)}`;
    // What has a condition, or a fragment around it that is on no type, the stock gateway may show behind the rest; ours is the order of the document,
    // as GraphQL says (decision 70).
    const shown = (data: unknown): unknown => (/@(skip|include)|\.\.\. +\{/.test(query) ? plain(data) : JSON.stringify(data));
    const other = { data: shown(theirs.data), errors: wrongs(theirs.errors) };
    const mine = { data: shown(ours.data), errors: asTheyName(wrongs(ours.errors), other.errors) };
    // Only a difference is printed, so the question is one too.
    expect({ ...mine, where }).toEqual({ ...other, where: isDeepStrictEqual(mine, other) ? where : '' });
    seen.compared += 1;
    seen.entities += circumstances.entities > 0 ? 1 : 0;
    seen.people += circumstances.municipal > 0 ? 1 : 0;
    seen.failed += (ours.errors ?? []).length > 0 ? 1 : 0;
    seen.bytes += JSON.stringify(ours.data).length;
  }
  return seen;
};

const chances = { null: 0.12, error: 0.03 };

describe('a compiled plan answers as @apollo/gateway', { timeout: 3_600_000 }, () => {
  it(`${OPERATIONS} random operations over our supergraph, with nulls, refusals and organisations that are away`, async () => {
    const two = await twoExecutions(ourGraph(chances));
    const { compared, entities, people, failed, bytes } = await compare(two, OPERATIONS, '');
    await two.stop();
    console.info(
      `random operations: ${compared}, of which ${entities} asked entities, ${people} those of a municipality, ${failed} had errors, ${Math.round(bytes / compared)} bytes an answer`,
    );
    expect([entities > OPERATIONS / 10, people > OPERATIONS / 20]).toEqual([true, true]);
  });

  it(`${OPERATIONS} random operations over random supergraphs`, async () => {
    const seen = { graphs: 0, compared: 0, entities: 0 };
    for (let seed = FIRST; seen.compared < OPERATIONS; seed += 1) {
      const graph = randomSupergraph(seed);
      if (!graph) continue;
      const two = await twoExecutions({
        supergraphSdl: graph.supergraphSdl,
        subgraphs: new Map([...graph.subgraphs].map(([name, sdl]) => [name, { sdl, chances }])),
      });
      const { compared, entities } = await compare(two, OPERATIONS_EACH, `supergraph ${seed}, `);
      await two.stop();
      seen.graphs += 1;
      seen.compared += compared;
      seen.entities += entities;
    }
    console.info(`random supergraphs: ${seen.graphs}, operations: ${seen.compared}, of which ${seen.entities} asked entities`);
    expect(seen.entities).toBeGreaterThan(OPERATIONS / 10);
  });
});
