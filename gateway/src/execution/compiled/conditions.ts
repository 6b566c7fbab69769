import { type DirectiveNode, type DocumentNode, Kind, type OperationDefinitionNode, valueFromASTUntyped, visit } from 'graphql';

/** Values of variables, by name; what was not given has its default. */
export type Values = Readonly<Record<string, unknown>>;

export const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Values =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [])),
  );

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

/** Names of the variables on which @skip and @include of a document depend. */
export const conditionsOf = (document: DocumentNode): string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const value = isCondition(node) ? node.arguments?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].toSorted();
};

/** Whether a selection with these directives is wanted. */
export const isWanted = (directives: readonly DirectiveNode[] | undefined, values: Values): boolean =>
  (directives ?? []).every((directive) => {
    if (!isCondition(directive)) return true;
    const given = directive.arguments?.[0]?.value;
    const value = given?.kind === Kind.VARIABLE ? values[given.name.value] : given?.kind === Kind.BOOLEAN && given.value;
    return (directive.name.value === 'include') === value;
  });
