import { LocalGraphQLDataSource } from '@apollo/gateway';
import type { Municipality } from '@werkplein/kernel';
import { type DocumentNode, execute, Kind, parse, type SelectionSetNode } from 'graphql';
import type { PreparedFetch, Run } from '../execution/compiled/plan.ts';
import type { SubgraphAnswer } from '../execution/subgraph-answer.ts';
import type { AskSubgraph } from '../figures/ask-sources.ts';
import { directorySchema, owners } from './directory.ts';

type Representation = Record<string, unknown> & { __typename: string };
type Answer = (variables: string, run: Run) => Promise<SubgraphAnswer>;

/** What a look-up may ask of an entity: its own name, and the key by which it was asked. */
const own = new Set(['__typename', 'id', 'municipality']);

const isLookUp = ({ selections }: SelectionSetNode): boolean =>
  selections.every((node) =>
    node.kind === Kind.FIELD
      ? own.has(node.name.value) && !node.alias && !node.directives?.length
      : node.kind === Kind.INLINE_FRAGMENT && isLookUp(node.selectionSet),
  );

/** Whether a fetch only asks under which name entities are known: most that the directory is asked. */
const asksNames = (document: DocumentNode): boolean => {
  const [operation] = document.definitions;
  const [field, ...others] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return (
    field?.kind === Kind.FIELD && field.name.value === '_entities' && others.length === 0 && field.selectionSet !== undefined && isLookUp(field.selectionSet)
  );
};

/** The directory as the gateway asks it: by the stock executor, or by a fetch of a compiled plan. */
export class DirectorySource extends LocalGraphQLDataSource {
  readonly #owners: Readonly<Record<string, (given: Record<string, unknown>) => object | null>>;
  readonly #answers = new WeakMap<PreparedFetch, Answer>();

  constructor(municipalities: readonly Municipality[], ask?: AskSubgraph) {
    super(directorySchema(municipalities, ask));
    this.#owners = owners(municipalities);
  }

  fetch(fetch: PreparedFetch, variables: string, run: Run): Promise<SubgraphAnswer> {
    const answer = this.#answers.get(fetch) ?? this.#answerOf(fetch);
    this.#answers.set(fetch, answer);
    return answer(variables, run);
  }

  #answerOf({ query }: PreparedFetch): Answer {
    const document = parse(query, { noLocation: true });
    const executed: Answer = async (variables, { context }) =>
      execute({
        schema: this.schema,
        document,
        variableValues: JSON.parse(variables) as Record<string, unknown>,
        contextValue: context,
      });
    if (!asksNames(document)) return executed;
    return async (variables, run) => {
      const { representations } = JSON.parse(variables) as { representations: Representation[] };
      const known = representations.every(({ __typename: name }) => Object.hasOwn(this.#owners, name));
      if (!known) return executed(variables, run);
      return { data: { _entities: representations.map((given) => this.#owners[given.__typename]?.(given) ?? null) } };
    };
  }
}
