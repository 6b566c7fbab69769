import { postGraph } from '../report/ask-graph.ts';

/** Asks the graph of development as a demo user; throws at any error. */
export type AsDemoUser = <D>(user: string, query: string, variables?: Record<string, unknown>) => Promise<D>;

export const asDemoUser = (url: string, tokenOf: (user: string) => Promise<string>): AsDemoUser => {
  const tokens = new Map<string, Promise<string>>();
  return async (user, query, variables = {}) => {
    const token = tokens.get(user) ?? tokenOf(user);
    tokens.set(user, token);
    return postGraph(url, await token, { query }, variables, { whole: true });
  };
};

/** The same command twice is one. */
export const requestIdOf = (what: string, id: string): string => `demo-${what}-${id.replaceAll(':', '-')}`;

/** The demo goes as planned, or says where it did not. */
export const wentAs = (outcome: string, ...expected: string[]): void => {
  if (!expected.includes(outcome)) throw new Error(`${outcome} instead of ${expected.join(' or ')}`);
};
