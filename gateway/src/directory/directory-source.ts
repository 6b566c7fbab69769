import { LocalGraphQLDataSource } from '@apollo/gateway';
import type { Municipality } from '@werkplein/kernel';
import { type DocumentNode, execute, Kind, parse, type SelectionSetNode } from 'graphql';
import type { Row } from '../execution/compiled/merge.ts';
import type { PreparedFetch, Run } from '../execution/compiled/plan.ts';
import type { SubgraphAnswer } from '../execution/subgraph-answer.ts';
import type { AskSubgraph } from '../figures/ask-sources.ts';
import { directorySchema, owners } from './directory.ts';

/** What a look-up may ask of an entity: its own name, and the key by which it was asked. */
const own = new Set(['__typename', 'id', 'municipality']);

const isLookUp = ({ selections }: SelectionSetNode): boolean =>
  selections.every((node) =>
    node.kind === Kind.FIELD
      ? own.has(node.name.value) && !node.alias && !node.directives?.length
      : node.kind === Kind.INLINE_FRAGMENT && isLookUp(node.selectionSet),
  );

const typesOf = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((node) => (node.kind === Kind.INLINE_FRAGMENT && node.typeCondition ? [node.typeCondition.name.value] : []));

/** The types of which a fetch only asks under which name entities are known, which is most that the directory is asked; null when it asks more. */
const namesAsked = (document: DocumentNode): string[] | null => {
  const [operation] = document.definitions;
  const [field, ...others] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const set = field?.kind === Kind.FIELD && field.name.value === '_entities' && others.length === 0 ? field.selectionSet : undefined;
  return set && isLookUp(set) ? typesOf(set) : null;
};

/** The directory as the gateway asks it: by the stock executor, or by a fetch of a compiled plan. */
export class DirectorySource extends LocalGraphQLDataSource {
  readonly #owners: Readonly<Record<string, (given: Row) => Row | null>>;
  readonly #documents = new WeakMap<PreparedFetch, DocumentNode>();

  constructor(municipalities: readonly Municipality[], ask?: AskSubgraph) {
    super(directorySchema(municipalities, ask));
    this.#owners = owners(municipalities);
  }

  /** The function from a representation to its entity that is all of a fetch which asks for names only; else null. */
  names({ query }: PreparedFetch): ((representation: Row) => Row | null) | null {
    const owned = namesAsked(parse(query, { noLocation: true }));
    if (!owned?.every((name) => Object.hasOwn(this.#owners, name))) return null;
    return (representation) => this.#owners[String(representation['__typename'])]?.(representation) ?? null;
  }

  async fetch(fetch: PreparedFetch, variables: string, { context }: Run): Promise<SubgraphAnswer> {
    const document = this.#documents.get(fetch) ?? parse(fetch.query, { noLocation: true });
    this.#documents.set(fetch, document);
    return execute({ schema: this.schema, document, variableValues: JSON.parse(variables) as Row, contextValue: context });
  }
}
