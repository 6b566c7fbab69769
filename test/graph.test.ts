import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoEmployerId } from '@werkplein/demo';
import { addDays, type Dialect, localDay, municipalities, systemClock } from '@werkplein/kernel';
import { type Answer, dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleQuery } from '../scripts/example-query.ts';
import { type Stack, startStack, subgraphNames } from './stack.ts';

const SCALE = 0.05;
// All employers of that scale, so that people of every municipality are among them.
const whole = exampleQuery(200);
const stacks = new Map<Dialect, Stack>();
const stackOf = (dialect: Dialect): Stack => stacks.get(dialect) as Stack;

beforeAll(async () => {
  for (const dialect of dialects) stacks.set(dialect, await startStack(dialect, SCALE));
}, 400_000);
afterAll(async () => {
  for (const stack of stacks.values()) await stack.stop();
});

interface Node {
  placements: { nodes: { client: { id: string; displayName: string | null } | null }[] };
}
const clientsOf = (data: { employers: { nodes: Node[] } }) =>
  data.employers.nodes.flatMap(({ placements }) => placements.nodes.flatMap(({ client }) => (client ? [client] : [])));

describe.each(dialects)('the graph of five processes on %s', (dialect) => {
  it('gives the single employer view with names from every municipality', async () => {
    const { data } = await stackOf(dialect).ask('nuo.trajectbegeleider', whole);
    const named = clientsOf(data).filter(({ displayName }) => displayName !== null);
    expect(new Set(named.map(({ id }) => id.slice(0, 4)))).toEqual(new Set(['0141', '1700', '0183', '0189']));
  });

  it('sends as many statements for 200 employers as for 50', async () => {
    const stack = stackOf(dialect);
    const [few, many] = [await stack.ask('nuo.trajectbegeleider', exampleQuery(50)), await stack.ask('nuo.trajectbegeleider', whole)];
    expect(many.statements['nuo']).toBe(few.statements['nuo']);
    // A Werkplein of which nobody among the few is shared reads less.
    const werkpleinen = subgraphNames.filter((name) => name !== 'nuo');
    const most = Math.max(...werkpleinen.map((name) => few.statements[name] ?? 0));
    for (const name of werkpleinen) expect(many.statements[name]).toBeLessThanOrEqual(most);
    process.stdout.write(`SQL statements on ${dialect}: ${JSON.stringify(many.statements)}; requests: ${JSON.stringify(many.requests)}\n`);
  });

  it('answers a klantregisseur of Wierden without a request to another municipality', async () => {
    const { data, requests } = await stackOf(dialect).ask(
      'wierden.klantregisseur',
      '{ wierden { clients(first: 3) { nodes { id displayName placements(first: 2) { nodes { kind } } } } } }',
    );
    expect(data.wierden.clients.nodes).toHaveLength(3);
    expect(Object.keys(requests).sort()).toEqual(['nuo', 'wierden']);
  });

  it('finds candidates of four Werkpleinen for a vacancy, without who they are', async () => {
    const { data, errors, requests } = await stackOf(dialect).ask(
      'nuo.accountmanager',
      `{ vacancies(first: 50, filter: { open: true }) { nodes { title ${municipalities.map(({ name }) => `candidatesOf${name}(first: 2) { score candidate { id postcode4 } }`).join(' ')} } } }`,
    );
    expect(errors).toBeUndefined();
    const found = data.vacancies.nodes.flatMap((vacancy: Record<string, { candidate: { id: string } }[]>) =>
      municipalities.flatMap(({ name }) => vacancy[`candidatesOf${name}`]?.map(({ candidate }) => candidate.id) ?? []),
    );
    expect(new Set(found.map((id: string) => id.slice(0, 4))).size).toBeGreaterThan(1);
    expect(requests).toEqual({ nuo: 1, almelo: 1, twenterand: 1, tubbergen: 1, wierden: 1 });
  });

  it('finds vacancies for the candidates of a Werkplein (Q1)', async () => {
    const { data, errors, requests } = await stackOf(dialect).ask(
      'almelo.klantregisseur',
      '{ almelo { clients(first: 50, filter: { status: PLACEABLE }) { nodes { displayName candidate { supply { fittingVacancies(first: 3) { score fits vacancy { title employer { name } } } } } } } } }',
    );
    expect(errors).toBeUndefined();
    const matches = data.almelo.clients.nodes.flatMap(
      (client: { candidate: { supply: { fittingVacancies: unknown[] } } }) => client.candidate.supply.fittingVacancies,
    );
    expect(matches.length).toBeGreaterThan(0);
    expect(requests).toEqual({ almelo: 1, nuo: 1 });
  });

  it('reads nothing without a token', async () => {
    const response = await fetch(`${stackOf(dialect).url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ employers(first: 1) { nodes { name } } }"}',
    });
    expect(((await response.json()) as Answer).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

it.runIf(dialects.length === 2)('gives equal JSON on both databases', async () => {
  for (const query of [whole, exampleQuery(50)]) {
    const [sqlite, mariadb] = await Promise.all(dialects.map((dialect) => stackOf(dialect).ask('nuo.trajectbegeleider', query)));
    expect(sqlite?.data.employers.nodes.length).toBeGreaterThan(10);
    expect(mariadb?.data).toEqual(sqlite?.data);
  }
});

it('answers everything else when Tubbergen is down, and says what is missing', async () => {
  const stack = stackOf('sqlite');
  const before = await stack.ask('nuo.trajectbegeleider', whole);
  await stack.kill('tubbergen');
  const after = await stack.ask('nuo.trajectbegeleider', whole);
  const [had, has] = [clientsOf(before.data), clientsOf(after.data)];
  expect(had.some(({ id, displayName }) => id.startsWith('0183') && displayName !== null)).toBe(true);
  expect(has).toEqual(had.map((client) => (client.id.startsWith('0183') ? { ...client, displayName: null, klantregisseur: null } : client)));
  const unavailable = after.errors?.filter(({ extensions }) => extensions['code'] === 'SUBGRAPH_UNAVAILABLE') ?? [];
  expect(unavailable.map(({ extensions }) => extensions['service'])).toContain('tubbergen');
  expect(JSON.stringify(after.errors)).not.toMatch(/127\.0\.0\.1|ECONN|localhost/);
});

const today = localDay(systemClock());
const viewOf = (stack: Stack, employer: number) =>
  stack.ask('nuo.trajectbegeleider', readFileSync(resolve(import.meta.dirname, '../documents/EmployerView.graphql'), 'utf8'), {
    id: demoEmployerId(employer),
    from: addDays(today, -180),
    until: addDays(today, 180),
  });
/** Without what a Werkplein says of its clients. */
const nameless = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'displayName' || key === 'klantregisseur' || key === 'client' ? null : value)));

describe.each(dialects)('the page of an employer on %s', (dialect) => {
  it('is one fetch from the NUO, whole, with names from the Werkpleinen that have clients there', async () => {
    const views = [];
    // The popular ones: they have the most of everything.
    for (let n = 0; n < 50; n += 1) views.push(await viewOf(stackOf(dialect), n));
    for (const { data, requests } of views) {
      expect(data.employer).toMatchObject({ id: expect.any(String), warnings: expect.any(Array), performance: expect.any(Array) });
      expect(requests['nuo']).toBe(1);
    }
    // As docs/questions/employer-view.md says; an employer without any of something takes fewer.
    expect(Math.max(...views.map(({ statements }) => statements['nuo'] ?? 0))).toBe(dialect === 'sqlite' ? 33 : 34);
    const employers = views.map(({ data }) => data.employer);
    const some = (test: (employer: (typeof employers)[number]) => boolean): boolean => employers.some(test);
    expect([
      some(({ accounts }) => accounts.some(({ owner }: { owner: object | null }) => owner !== null)),
      some(({ lastContact }) => lastContact !== null),
      some(({ nextContact }) => nextContact !== null),
      some(({ contactCalendar }) => contactCalendar.nodes.some(({ contactPlan }: { contactPlan: object | null }) => contactPlan !== null)),
      some(({ vacancies }) => vacancies.nodes.length > 0),
      some(({ proposalCounts }) => Array.isArray(proposalCounts)),
      some(({ placements }) => placements.nodes.some(({ client }: { client: { displayName: string | null } | null }) => client?.displayName)),
      some(({ performance }) => performance.some(({ placements }: { placements: { lasted26Weeks: number } }) => placements.lasted26Weeks > 0)),
      some(({ warnings }) => warnings.length > 0),
    ]).toEqual(Array.from({ length: 9 }, () => true));
  });
});

it('gives the page of an employer whole when all four Werkpleinen are down: only what they say of clients is missing', async () => {
  const stack = stackOf('sqlite');
  const before = [];
  for (let n = 0; n < 50; n += 1) before.push(await viewOf(stack, n));
  for (const { field } of municipalities) await stack.kill(field);
  expect(JSON.stringify(before)).toMatch(/"displayName":"/);
  for (const [n, earlier] of before.entries()) {
    const { data, errors, requests } = await viewOf(stack, n);
    expect(nameless(data)).toEqual(nameless(earlier.data));
    expect(requests['nuo']).toBe(1);
    expect(JSON.stringify(data)).not.toMatch(/"displayName":"/);
    for (const { extensions, path } of errors ?? []) {
      expect(['SUBGRAPH_UNAVAILABLE', 'FORBIDDEN']).toContain(extensions['code']);
      if (extensions['code'] === 'SUBGRAPH_UNAVAILABLE') expect(['client', 'candidate'].some((step) => path?.includes(step))).toBe(true);
    }
  }
});

it('stops cleanly, every process that is left with exit code 0', async () => {
  const stack = stackOf('sqlite');
  stacks.delete('sqlite');
  const codes = await stack.stop();
  // The four were killed.
  expect([codes['nuo'], codes['identity'], codes['gateway']]).toEqual([0, 0, 0]);
});
