import { newLogger } from '@werkplein/kernel';
import type { GraphQLError } from 'graphql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { documentId } from '../documents/registry.ts';
import { compose } from '../supergraph/compose.ts';
import { sdls } from '../testing/graph.ts';
import { limitedGraph, repeat } from '../testing/limits.ts';
import { type PlanningLimits, planningLimits, threadPlanner } from './planner.ts';
import { planning } from './planning.ts';

const log = newLogger('test', 'silent');
const supergraph = compose(sdls());
const { supergraphSdl: ofAll } = await limitedGraph();
const { nuo = '', ...others } = sdls();
const without = compose({ ...others, nuo: nuo.replace('employers:', 'bedrijven:') });

const planner = (limits: Partial<PlanningLimits> = {}, logger = log) => {
  const made = threadPlanner(ofAll, logger, { ...planningLimits, ...limits });
  onTestFinished(() => made.rest());
  return {
    servicesOf: async (document: string): Promise<unknown> =>
      [...JSON.stringify(await made.plan({ document, operationName: undefined })).matchAll(/"serviceName":"(\w+)"/g)].map(([, name]) => name),
    codeOf: async (document: string): Promise<unknown> =>
      made.plan({ document, operationName: undefined }).then(
        () => 'planned',
        (error: GraphQLError) => error.extensions['code'],
      ),
  };
};
/** Valid, and beyond what the limits before the planner let through: seconds of work and much memory. */
const bomb = `{ ${repeat(300, (n) => `a${n}: placements { client { id name placements { client { name } } } }`)} }`;

describe('documents are planned in a thread', () => {
  it('of which the plan comes whole', async () => {
    const { servicesOf } = planner();
    expect(await servicesOf('{ employers { placements { client { id name } } } }')).toEqual([
      'nuo',
      'directory',
      'almelo',
      'tubbergen',
      'twenterand',
      'wierden',
    ]);
    expect(await servicesOf('query A { employers { name } }')).toEqual(['nuo']);
  });

  it.each<[string, Partial<PlanningLimits>]>([
    ['takes too long', { cpuMs: 150, memoryMb: 1000 }],
    ['takes too much memory', { cpuMs: 60_000, memoryMb: 24 }],
  ])('one that %s is refused, and those that wait behind it are planned', async (_, limits) => {
    const { codeOf } = planner(limits);
    expect(await codeOf('{ employers { name } }')).toBe('planned');
    expect(await Promise.all([codeOf(bomb), codeOf('{ placements { id } }')])).toEqual(['TOO_COMPLEX', 'planned']);
    expect(await codeOf('{ employers { id } }')).toBe('planned');
  });

  it.each([
    ['more ways than may be weighed', '{placements{client{placements{client{placements{client{placements{client{id}}}}}}}}}'],
    ['more levels than a stack has', `{ employers { ${'placements { client { '.repeat(4000)}id${' } }'.repeat(4000)} } }`],
  ])('one with %s is refused', async (_, document) => {
    const { codeOf } = planner({ cpuMs: 60_000 });
    expect(await codeOf(document)).toBe('TOO_COMPLEX');
    expect(await codeOf('{ employers { name } }')).toBe('planned');
  });

  it('when too many wait the next hears it at once', async () => {
    const { codeOf } = planner({ waiting: 2 });
    expect(await Promise.all(['{ employers { id } }', '{ employers { name } }', '{ placements { id } }'].map(codeOf))).toEqual([
      'planned',
      'planned',
      'UNAVAILABLE',
    ]);
  });
});

describe('a planning thread', () => {
  it('that nobody needs for a while ends, and the next document has another', async () => {
    let ended = Promise.withResolvers<string>();
    const logger = { ...log, debug: (text: string) => ended.resolve(text) } as never;
    const { codeOf } = planner({ idleMs: 0 }, logger);
    for (const document of ['{ employers { id } }', '{ employers { name } }']) {
      ended = Promise.withResolvers<string>();
      expect(await codeOf(document)).toBe('planned');
      expect(await ended.promise).toBe('the planning thread ended');
    }
  });

  it('that ends as the next document comes refuses nothing', async () => {
    const made = threadPlanner(ofAll, log, planningLimits);
    onTestFinished(() => made.rest());
    const plan = (document: string) => made.plan({ document, operationName: undefined });
    await plan('{ employers { id } }');
    const [, ...plans] = await Promise.all([made.rest(), plan('{ employers { name } }'), plan('{ placements { id } }')]);
    expect(plans).toEqual([expect.objectContaining({ kind: 'QueryPlan' }), expect.objectContaining({ kind: 'QueryPlan' })]);
  });
});

describe('the trusted documents of a new supergraph', () => {
  const documents = { Employers: 'query Employers {\n  employers {\n    name\n  }\n}', Placements: 'query Placements {\n  placements {\n    id\n  }\n}' };
  const registry = new Map(Object.entries(documents).map(([name, document]) => [documentId(document), { name, document }]));

  it('are planned before it is served, those that it cannot answer left out', async () => {
    const plans = planning(registry, log);
    onTestFinished(() => plans.stop());
    plans.serve(supergraph);
    await plans.prepare(without);
    expect(plans.prepared(documents.Placements)).toBeUndefined();
    plans.serve(without);
    expect([plans.prepared(documents.Employers), plans.prepared(documents.Placements)]).toEqual([undefined, expect.objectContaining({ kind: 'QueryPlan' })]);
    await expect(plans.plan({ document: '{ bedrijven { name } }', operationName: undefined })).resolves.toMatchObject({ kind: 'QueryPlan' });
  });

  it('are not those of one that is none, or that is never served', async () => {
    const plans = planning(registry, log);
    onTestFinished(() => plans.stop());
    plans.serve(supergraph);
    await expect(plans.prepare('type Query { nonsense')).rejects.toThrow(/Syntax Error|Expected/);
    await plans.prepare(without);
    plans.serve(supergraph);
    expect(plans.prepared(documents.Placements)).toBeUndefined();
  });
});
