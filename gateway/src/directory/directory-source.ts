import { LocalGraphQLDataSource } from '@apollo/gateway';
import type { Municipality } from '@werkplein/kernel';
import { type ArgumentNode, type DocumentNode, execute, Kind, parse, type SelectionNode, type SelectionSetNode } from 'graphql';
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

const fieldsIn = ({ selections }: SelectionSetNode): string[] => selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));

/** Whether a selection asks nothing but these. */
const repeats = (node: SelectionNode, fields: readonly string[]): boolean =>
  node.kind === Kind.FIELD
    ? fields.includes(node.name.value)
    : node.kind === Kind.INLINE_FRAGMENT && node.selectionSet.selections.every((each) => repeats(each, fields));

/** The types of which a fetch only asks under which name entities are known, which is most that the directory is asked; null when it asks more. */
const namesAsked = (document: DocumentNode): string[] | null => {
  const [operation] = document.definitions;
  const [field, ...others] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const set = field?.kind === Kind.FIELD && field.name.value === '_entities' && others.length === 0 ? field.selectionSet : undefined;
  return set && isLookUp(set) ? typesOf(set) : null;
};

/** What a root field gives; undefined when graphql must look at its arguments first. */
type Look = (variables: Row) => unknown;

const idIn = (given: readonly ArgumentNode[] | undefined, variables: Row): unknown => {
  const value = given?.[0]?.value;
  if (value?.kind === Kind.STRING) return value.value;
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
};

/** The directory as the gateway asks it: by the stock executor, or by a fetch of a compiled plan. */
export class DirectorySource extends LocalGraphQLDataSource {
  readonly #owners: Readonly<Record<string, (given: Row) => Row | null>>;
  readonly #codes: readonly string[];
  readonly #known = new WeakMap<PreparedFetch, { document: DocumentNode; looks: ReadonlyMap<string, Look> | null }>();

  constructor(municipalities: readonly Municipality[], ask?: AskSubgraph) {
    super(directorySchema(municipalities, ask));
    this.#owners = owners(municipalities);
    this.#codes = municipalities.map(({ code }) => code);
  }

  /** The function from a representation to its entity that is all of a fetch which asks for names only; else null. */
  names({ query }: PreparedFetch): ((representation: Row) => Row | null) | null {
    const owned = namesAsked(parse(query, { noLocation: true }));
    if (!owned?.every((name) => Object.hasOwn(this.#owners, name))) return null;
    return (representation) => this.#owners[String(representation['__typename'])]?.(representation) ?? null;
  }

  /** A root field that only names clients, candidates or the Werkpleinen: most of what is asked here besides entities. */
  #lookOf(node: SelectionNode): Look | null {
    if (node.kind !== Kind.FIELD || node.directives?.length || !node.selectionSet || !isLookUp(node.selectionSet)) return null;
    const fields = fieldsIn(node.selectionSet);
    // The planner repeats them for each type that an owner may have, and that says nothing new.
    if (!node.selectionSet.selections.every((each) => each.kind === Kind.FIELD || repeats(each, fields))) return null;
    const shown = (entity: Row | null | undefined): Row | null => (entity ? Object.fromEntries(fields.map((field) => [field, entity[field]])) : null);
    if (node.name.value === 'werkpleinen') return () => this.#codes.map((municipality) => shown(this.#owners['Werkplein']?.({ municipality })));
    const owner = { client: this.#owners['Client'], candidate: this.#owners['Candidate'] }[node.name.value];
    if (!owner) return null;
    return (variables) => {
      const id = idIn(node.arguments, variables);
      return typeof id === 'string' ? shown(owner({ id })) : undefined;
    };
  }

  #knownOf(fetch: PreparedFetch): { document: DocumentNode; looks: ReadonlyMap<string, Look> | null } {
    const known = this.#known.get(fetch);
    if (known) return known;
    const document = parse(fetch.query, { noLocation: true });
    const [operation] = document.definitions;
    const looks = new Map<string, Look | null>();
    if (operation?.kind === Kind.OPERATION_DEFINITION)
      for (const node of operation.selectionSet.selections) {
        const name = node.kind === Kind.FIELD ? (node.alias ?? node.name).value : '';
        looks.set(name, looks.has(name) ? null : this.#lookOf(node));
      }
    const made = { document, looks: [...looks.values()].includes(null) ? null : (looks as Map<string, Look>) };
    this.#known.set(fetch, made);
    return made;
  }

  async fetch(fetch: PreparedFetch, variables: string, { context }: Run): Promise<SubgraphAnswer> {
    const { document, looks } = this.#knownOf(fetch);
    const values = JSON.parse(variables) as Row;
    const data = looks && Object.fromEntries([...looks].map(([name, look]) => [name, look(values)]));
    if (data && !Object.values(data).includes(undefined)) return { data };
    return execute({ schema: this.schema, document, variableValues: values, contextValue: context });
  }
}
