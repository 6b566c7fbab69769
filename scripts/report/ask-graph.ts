import { readFileSync } from 'node:fs';
import { inRoot } from '../lib.ts';

interface Answer<D> {
  data?: D | null;
  errors?: { message: string; extensions?: { code?: string; problems?: { path: (string | number)[]; message: string }[] } }[];
}

/** The id by which the gateway knows one of `documents/`. */
const idOf = (name: string): string => {
  const registry = JSON.parse(readFileSync(inRoot('schema/trusted-documents.json'), 'utf8')) as Record<string, { name: string }>;
  const found = Object.entries(registry).find(([, document]) => document.name === name);
  if (!found) throw new Error(`${name} is no trusted document; run npm run generate.`);
  return found[0];
};

type Operation = { documentId: string } | { query: string };

/** Sends an operation as whoever the token is of; throws with what the graph says when it refuses, `whole`: any part of it. */
export const postGraph = async <D>(
  url: string,
  token: string,
  operation: Operation,
  variables: Record<string, unknown>,
  { whole = false }: { whole?: boolean } = {},
): Promise<D> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...operation, variables }),
  });
  const { data, errors } = (await response.json()) as Answer<D>;
  // Beside an error on one part the rest may have been answered.
  if (!data || (errors && (whole || Object.values(data).every((value) => value === null)))) {
    const problems = errors?.flatMap(({ message, extensions }) => extensions?.problems?.map((each) => `${each.path.join('.')}: ${each.message}`) ?? message);
    throw new Error(problems?.join('\n') ?? `The gateway answered ${response.status}.`);
  }
  return data;
};

/** The same with a trusted document, by its name. */
export const askGraph = <D>(url: string, token: string, name: string, variables: Record<string, unknown>): Promise<D> =>
  postGraph(url, token, { documentId: idOf(name) }, variables);
