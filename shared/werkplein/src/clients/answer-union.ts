import { createUnionType } from 'type-graphql';

/** The answers of a command that are the same in every municipality. */
export const answerUnion = (name: string, ...types: Function[]): object => municipalUnion('', name, {}, ...types);

/** The answers of a command of one municipality: its own types, by their name without that of the municipality, and the common ones. */
export const municipalUnion = (municipality: string, name: string, own: Record<string, Function>, ...common: Function[]): object =>
  createUnionType({
    name: `${municipality}${name}`,
    types: () => [...Object.values(own), ...common] as never,
    resolveType: ({ __typename }: { __typename: string }) => (__typename in own ? `${municipality}${__typename}` : __typename) as never,
  });
