import { type GraphQLFormattedError, parse, validate } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { randomFrom, randomOperation } from '../../testing/random-operation.ts';
import { type Circumstances, requestOf, type TwoExecutions, twoExecutions } from '../../testing/two-executions.ts';

// `npm run test:differential` compares 10,000.
const OPERATIONS = Number(process.env['OPERATIONS'] ?? 120);
const FIRST = Number(process.env['SEED'] ?? 1);

let two: TwoExecutions;
beforeAll(async () => {
  two = await twoExecutions({ null: 0.12, error: 0.03 });
});

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

describe('a compiled plan answers as @apollo/gateway', () => {
  it(`${OPERATIONS} random operations over our supergraph, with nulls, refusals and organisations that are away`, { timeout: 3_600_000 }, async () => {
    const { schema, names, stock, compiled } = two;
    let [compared, entities, people, failed, bytes] = [0, 0, 0, 0, 0];
    for (let seed = FIRST; compared < OPERATIONS; seed += 1) {
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
      const where = `SEED=${seed} down=${circumstances.down}\n${query}\n${JSON.stringify(variables)}`;
      // What has a condition the stock gateway shows behind what has none; ours is the order of the document, as GraphQL says (decision 70).
      const shown = (data: unknown): unknown => (/@(skip|include)/.test(query) ? plain(data) : JSON.stringify(data));
      expect({ where, data: shown(ours.data), errors: wrongs(ours.errors) }).toEqual({ where, data: shown(theirs.data), errors: wrongs(theirs.errors) });
      compared += 1;
      entities += circumstances.entities > 0 ? 1 : 0;
      people += circumstances.municipal > 0 ? 1 : 0;
      failed += (ours.errors ?? []).length > 0 ? 1 : 0;
      bytes += JSON.stringify(ours.data).length;
    }
    console.info(
      `random operations: ${compared}, of which ${entities} asked entities, ${people} those of a municipality, ${failed} had errors, ${Math.round(bytes / compared)} bytes an answer`,
    );
    expect([entities > OPERATIONS / 10, people > OPERATIONS / 20]).toEqual([true, true]);
  });
});
