import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useMe } from '../app/me.tsx';
import { forWerkplein } from './municipal.ts';
import { absentOf, type Problem, problemIn } from './problems.ts';

/** An answer as it stands on a screen. */
export interface Asked<D> {
  data: D | undefined;
  /** Nothing is there yet. */
  waiting: boolean;
  /** Something is there, and is being asked again. */
  refreshing: boolean;
  /** Nothing can be shown, and why. */
  problem: Problem | null;
  /** Organisations that did not answer: what they have is missing from `data`. */
  absent: readonly string[];
  again(): void;
}

interface Options<V> {
  variables?: V;
  /** Nothing is asked. */
  skip?: boolean;
  /** What it is asked for (docs/purposes.md), when who asks must say so. */
  purpose?: string | undefined;
}

/** Asks an operation, again when its variables change. */
export const useAsk = <D, V extends OperationVariables>(document: TypedDocumentNode<D, V>, { variables, skip = false, purpose }: Options<V> = {}): Asked<D> => {
  const { data, previousData, loading, error, refetch } = useQuery(document as TypedDocumentNode<D>, {
    ...(variables !== undefined && { variables }),
    skip,
    ...(purpose !== undefined && { context: { headers: { 'x-purpose': purpose } } }),
    notifyOnNetworkStatusChange: true,
  });
  // What stood there stays until the next answer comes.
  const shown = data ?? (loading ? previousData : undefined);
  return {
    data: shown,
    waiting: loading && shown === undefined,
    refreshing: loading && shown !== undefined,
    problem: loading ? null : problemIn(error),
    absent: absentOf(error),
    again: () => void refetch(),
  };
};

/** Asks an operation of the Werkplein of who is signed in (`x.werkplein.graphql`). */
export const useAskWerkplein = <D, V extends OperationVariables>(document: TypedDocumentNode<D, V>, options: Options<V> = {}): Asked<D> =>
  useAsk(forWerkplein(document, useMe().organisation.code), options);
