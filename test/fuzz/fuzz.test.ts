import { catalogue, protocolCodes } from '@werkplein/kernel';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers } from '../access/callers.ts';
import { type AccessGraph, guarded, startAccessGraph, subgraphs } from '../access/graph.ts';
import { fuzzed, namesOf } from './inputs.ts';

// `npm run test:fuzz` sends 100,000 to the gateway and 10,000 to each subgraph.
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 150);
const OF_SUBGRAPH = Math.ceil(DOCUMENTS / 10);
const FIRST = Number(process.env['SEED'] ?? 1);
const AT_ONCE = 8;
const SAID_EVERY = 1000;

/** What a caller may hear of what he sent. INTERNAL would be a fault of ours, and nothing here is away, full or slow. */
const ours = new Set(['INTERNAL', 'SUBGRAPH_UNAVAILABLE', 'UNAVAILABLE', 'PROCESSING_LOG_UNAVAILABLE']);
const expected = new Set<string>([...Object.keys(catalogue), ...protocolCodes].filter((code) => !ours.has(code)));

let graph: AccessGraph;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled).on('uncaughtException', onUnhandled);
  graph = await startAccessGraph('sqlite');
});
afterAll(async () => {
  await graph.stop();
  process.off('unhandledRejection', onUnhandled).off('uncaughtException', onUnhandled);
});

interface Seen {
  codes: Record<string, number>;
  wrong: string[];
}

/** Sends so many to one place; what came back otherwise than it may is kept with its seed. */
const send = async (where: string, schema: GraphQLSchema, documents: number): Promise<Seen> => {
  const names = namesOf(schema);
  const seen: Seen = { codes: {}, wrong: [] };
  let next = FIRST;
  const caller = async (): Promise<void> => {
    while (next < FIRST + documents) {
      const seed = (next += 1) - 1;
      if (documents > SAID_EVERY && (seed - FIRST) % SAID_EVERY === 0) process.stdout.write(`${where}: ${seed - FIRST}, wrong ${seen.wrong.length}\n`);
      const question = fuzzed(schema, names, seed);
      const answer = await graph.ask(where, callers[seed % callers.length] ?? null, question).catch((error: Error) => error);
      if (answer instanceof Error) {
        seen.wrong.push(`${seed} ${answer.message}`);
        continue;
      }
      const codes = answer.errors.map(({ extensions }) => String(extensions?.['code']));
      for (const code of new Set(codes.length > 0 ? codes : ['answered'])) seen.codes[code] = (seen.codes[code] ?? 0) + 1;
      if (answer.status >= 500 || codes.some((code) => !expected.has(code)))
        seen.wrong.push(`${seed} ${answer.status} ${[...new Set(codes)].join()} ${JSON.stringify(question).slice(0, 1000)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  process.stdout.write(`${where}: ${documents} from seed ${FIRST}: ${JSON.stringify(seen.codes)}\n`);
  return seen;
};

describe('whatever is sent', () => {
  const unchanged = (): void => {
    expect(unhandled).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
    expect(Object.keys({ ...Object.prototype })).toEqual([]);
  };

  // What it found: at seed 1572 of 10,000.
  it.each(['toString', '__proto__', 'constructor'])('a figure named %s has no part', async (indicator) => {
    const span = { from: '2026-05-15', until: '2026-06-15', measuredOn: '2026-05-15', knownAt: '2026-05-05T09:00:00Z' };
    const { data, errors } = await graph.ask('almelo', callers.find(({ name }) => name === 'almelo.rapporteur') ?? null, {
      query: 'query ($asked: FigureQuestionInput!) { almeloFigureParts(asked: $asked) { municipality } }',
      variables: { asked: { sets: [{ indicators: [indicator], span }], municipalities: ['0141'], total: true } },
    });
    expect([data, errors]).toEqual([{ almeloFigureParts: [] }, []]);
  });

  it('to the gateway is answered with a code of the catalogue, and nothing breaks', { timeout: 7_200_000 }, async () => {
    const { wrong, codes } = await send('gateway', graph.apiSchema, DOCUMENTS);
    expect(wrong).toEqual([]);
    // A fuzzer that is only refused tests nothing else.
    expect(codes['answered']).toBeGreaterThan(DOCUMENTS / 50);
    unchanged();
  });

  it.each([...subgraphs.keys()])('to %s, as the gateway signs, is too', { timeout: 3_600_000 }, async (name) => {
    const { wrong } = await send(name, buildSchema(guarded.get(name)?.sdl ?? '', { assumeValid: true }), OF_SUBGRAPH);
    expect(wrong).toEqual([]);
    unchanged();
  });
});
