import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { type GraphAnswer, type Question, subgraphs } from './graph.ts';

// What only the gateway may ask of a subgraph is @inaccessible: in no schema that callers see. A part of a figure or of a funnel is not yet
// what its asker may be shown (docs/decisions/0051), so it may hold ids that the asker never gets.

const inaccessibleRoots = (sdl: string): string[] =>
  parse(sdl, { noLocation: true }).definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query'
      ? (node.fields ?? []).flatMap(({ name, directives }) => (directives?.some((each) => each.name.value === 'inaccessible') ? [name.value] : []))
      : [],
  );

/** The root fields of all subgraphs that only the gateway may ask. */
export const gatewayOnly: ReadonlySet<string> = new Set(
  [...subgraphs.keys()].flatMap((name) => inaccessibleRoots(readFileSync(join(import.meta.dirname, '../../schema', `${name}.graphql`), 'utf8'))),
);

/** Under which names a question asks what only the gateway may. */
const partsAsked = ({ query }: Question): string[] =>
  [...gatewayOnly].some((name) => query.includes(name))
    ? parse(query, { noLocation: true }).definitions.flatMap((node) =>
        node.kind === Kind.OPERATION_DEFINITION
          ? node.selectionSet.selections.flatMap((field) =>
              field.kind === Kind.FIELD && gatewayOnly.has(field.name.value) ? [(field.alias ?? field.name).value] : [],
            )
          : [],
      )
    : [];

/** What of an answer reaches a caller: all of it, but for what only the gateway may ask. */
export const reachesCaller = (question: Question, answer: GraphAnswer): string => {
  const parts = partsAsked(question);
  if (parts.length === 0) return answer.body;
  const data = Object.fromEntries(Object.entries((answer.data ?? {}) as object).filter(([name]) => !parts.includes(name)));
  return JSON.stringify({ data, errors: answer.errors });
};
