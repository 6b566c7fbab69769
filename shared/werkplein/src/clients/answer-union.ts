import { createUnionType } from 'type-graphql';

/** The answers of a command that are the same in every municipality. */
export const answerUnion = (name: string, ...types: Function[]): object =>
  createUnionType({ name, types: () => types as never, resolveType: ({ __typename }: { __typename: string }) => __typename as never });
