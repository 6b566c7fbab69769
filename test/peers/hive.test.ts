// npm run test:peers: another router before the same subgraphs gives the answers that ours gives.
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { apiSchema } from '@werkplein/gateway';
import { exampleVariables } from '@werkplein/gateway/testing';
import type { Answer } from '@werkplein/kernel/testing';
import { type GraphQLSchema, getNamedType, Kind, parse, typeFromAST } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PeerStack, startPeerStack } from './peer-stack.ts';

const root = resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(resolve(root, file), 'utf8');

/** Of each kind of person who sees much, one. */
const users = ['nuo.coordinator', 'almelo.klantregisseur', 'nuo.rapporteur'];
/** One Werkplein speaks for all: its documents differ in their names only. */
const OTHERS = /(Tubbergen|Twenterand|Wierden)$/;

interface Document {
  name: string;
  text: string;
}
const trusted = Object.values(JSON.parse(textOf('schema/trusted-documents.json')) as Record<string, { name: string; document: string }>)
  .filter(({ name, document }) => document.startsWith('query') && !OTHERS.test(name))
  .map(({ name, document }): Document => ({ name, text: document }));
const questions = globSync('docs/questions/*.graphql', { cwd: root })
  .toSorted()
  .map((file): Document => ({ name: file.split('/').at(-1) ?? '', text: textOf(file) }))
  .filter(({ text }) => !/^\s*mutation/m.test(text));

let stack: PeerStack;
let schema: GraphQLSchema;
beforeAll(async () => {
  stack = await startPeerStack();
  schema = await apiSchema(textOf('schema/supergraph.graphql'));
}, 300_000);
afterAll(() => stack?.stop());

/** Ids by the name of their type, as answers show them. */
const ids = new Map<string, string>();
const collect = (value: unknown): void => {
  if (Array.isArray(value)) return value.forEach(collect);
  if (typeof value !== 'object' || value === null) return;
  const { __typename: type, id } = value as { __typename?: string; id?: string };
  if (type !== undefined && typeof id === 'string' && !ids.has(type)) ids.set(type, id);
  Object.values(value).forEach(collect);
};

/** Names of the variables that are ids. */
const idVariables = (text: string): string[] => {
  const operation = parse(text).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.variableDefinitions ?? [])
    .filter(({ type }) => type.kind === Kind.NON_NULL_TYPE && getNamedType(typeFromAST(schema, type as never))?.name === 'ID')
    .map(({ variable }) => variable.name.value);
};
const days: Record<string, unknown> = {
  from: '2026-01-01',
  until: '2026-12-31',
  on: '2026-11-28',
  day: '2026-11-28',
  first: 50,
  year: 2026,
  kvkNumber: '90001354',
  search: 'a',
  name: 'a',
};
const variablesFor = (text: string, id: string): Record<string, unknown> => {
  const given = exampleVariables(schema, text);
  const known = Object.entries(days).filter(([name]) => typeof given[name] === typeof days[name] && !idVariables(text).includes(name));
  return { ...given, ...Object.fromEntries(known), ...Object.fromEntries(idVariables(text).map((name) => [name, id])) };
};

const shows = ({ data }: Answer): boolean =>
  Object.values((data ?? {}) as object).some((value) => value !== null && !(Array.isArray(value) && value.length === 0));
/** Kinds of errors, each once: how many places one fault has is up to the router. */
const codes = ({ errors = [] }: Answer): unknown[] => [...new Set(errors.map(({ extensions }) => extensions?.['code'] ?? null))].toSorted();

const CANDIDATES = 6;

/** Ids to try, those first whose type is named in the document: an employer where an employer is asked. */
const candidatesFor = (text: string): string[] => {
  if (idVariables(text).length === 0) return [''];
  const words = text.toLowerCase();
  const at = (type: string): number => {
    const found = words.indexOf(type.replace(/^Almelo/, '').toLowerCase());
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  return [...ids]
    .toSorted(([a], [b]) => (at(a) === at(b) ? 0 : at(a) - at(b)))
    .slice(0, CANDIDATES)
    .map(([, id]) => id);
};

/** The variables by which our gateway shows most: with some ids that are known, until one fits. */
const bestVariables = async (user: string, text: string): Promise<{ variables: Record<string, unknown>; answer: Answer }> => {
  const candidates = candidatesFor(text);
  let best: { variables: Record<string, unknown>; answer: Answer } | undefined;
  for (const id of candidates) {
    const variables = variablesFor(text, id);
    const answer = await stack.ours(user, text, variables);
    best ??= { variables, answer };
    if (!answer.errors && shows(answer)) return { variables, answer };
    if (shows(answer) && !shows(best.answer)) best = { variables, answer };
  }
  if (!best) throw new Error('no ids are known');
  return best;
};

/** Says when it was asked, so two answers differ in it. */
const MOMENT = 'knownAt';

/** Null when both answer the same, in the same order; else where not. */
const difference = (ours: unknown, theirs: unknown, at = 'data'): string | null => {
  const objects = typeof ours === 'object' && typeof theirs === 'object' && ours !== null && theirs !== null;
  if (!objects) return ours === theirs ? null : `${at}: ours ${JSON.stringify(ours)?.slice(0, 60)}, theirs ${JSON.stringify(theirs)?.slice(0, 60)}`;
  const [mine, others] = [Object.keys(ours), Object.keys(theirs)];
  if (mine.join() !== others.join()) return `${at}: ours has ${mine.join()}, theirs ${others.join()}`;
  for (const key of mine.filter((each) => each !== MOMENT)) {
    const found = difference(ours[key as never], theirs[key as never], `${at}.${key}`);
    if (found) return found;
  }
  return null;
};

describe('Hive Gateway with its Rust planner, over the committed supergraph', () => {
  it('answers what the trusted documents and the questions ask as our gateway does', async () => {
    const all = [...trusted, ...questions].toSorted((a, b) => idVariables(a.text).length - idVariables(b.text).length);
    const wrong: string[] = [];
    let [shown, whole, asked] = [0, 0, 0];
    for (const { name, text } of all) {
      let saw = false;
      for (const user of users) {
        const { variables, answer } = await bestVariables(user, text);
        const theirs = await stack.hive(user, text, variables);
        asked += 1;
        if (shows(answer)) saw = true;
        if (shows(answer) && !answer.errors) whole += 1;
        collect(answer.data);
        const found = difference(answer.data ?? null, theirs.data ?? null) ?? difference(codes(answer), codes(theirs), 'codes');
        if (found) wrong.push(`${name} as ${user}: ${found} ${theirs.errors?.[0]?.message ?? ''}`);
      }
      if (saw) shown += 1;
    }
    process.stdout.write(
      `${all.length} documents, ${shown} of them with data; ${asked} answers compared, ${whole} whole; ${wrong.length} differ\n${wrong.map((each) => `  ${each}\n`).join('')}`,
    );
    expect(shown).toBeGreaterThan(all.length * 0.8);
    expect(wrong).toEqual([]);
  }, 600_000);

  it('carries out a command once, whichever of the two it is sent to', async () => {
    const command = `mutation Register($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { __typename ... on EmployerRegistered { employer { id legalName } } } } }`;
    const variables = { input: { requestId: randomUUID(), legalName: 'Bakkerij Jansen', registrationReason: 'toets' } };
    const first = await stack.hive('nuo.accountmanager', command, variables);
    expect([first.errors, first.data.nuo.registerEmployer.__typename]).toEqual([undefined, 'EmployerRegistered']);
    expect((await stack.ours('nuo.accountmanager', command, variables)).data).toEqual(first.data);
  });

  it('shows nothing to nobody, to a token that is not good, or for a purpose that is not', async () => {
    const query = '{ employers(first: 1) { nodes { id } } werkpleinen { municipality } }';
    const nobody = await stack.hive(null, query);
    expect([nobody.data?.employers ?? null, nobody.data?.werkpleinen ?? null, codes(nobody)]).toEqual([null, null, ['UNAUTHENTICATED']]);
    const forged = await stack.hive(null, query, {}, { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' });
    expect([forged.data?.employers ?? null, codes(forged)]).toEqual([null, ['UNAUTHENTICATED']]);
    const purpose = await stack.hive('nuo.accountmanager', query, {}, { 'x-purpose': 'NIEUWSGIERIG' });
    expect([purpose.data?.employers ?? null, codes(purpose)]).toEqual([null, ['PURPOSE_UNKNOWN']]);
  });
});
