import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode } from 'graphql';
import { useRef, useState } from 'react';
import { useMe } from '../app/me.tsx';
import { forWerkplein } from './municipal.ts';
import { texts } from '../texts.ts';
import { type Problem, problemIn } from './problems.ts';

/** How the graph begins to say what a value has to look like, or that it is none of those that there are. */
const RULE = /^(Verwacht:|Deze waarde past hier niet)/;

type Without<T> = Omit<NonNullable<T>, '__typename'>;
type Only<T> = NonNullable<Without<T>[keyof Without<T>]>;
/** What a command answers: below `mutation { nuo { planContact { … } } }` the one result. */
export type ResultOf<D> = Only<Only<D>>;

type InputOf<V> = V extends { input: infer I } ? I : never;

export interface Command<D, V> {
  /** Sends it; null when it did not get through, with `problem` saying why. The same input after a failure is the same request. */
  send(input: Omit<InputOf<V>, 'requestId'>): Promise<ResultOf<D> | null>;
  busy: boolean;
  problem: Problem | null;
  /** Forgets the problem. */
  clear(): void;
}

const valueAt = (input: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, key) => (value as Record<string, unknown> | null | undefined)?.[key], input);

/** Of what was left empty is not told what it has to look like. */
const told = (problem: Problem | null, input: unknown): Problem | null =>
  problem && {
    ...problem,
    fields: problem.fields.map((each) =>
      RULE.test(each.message) && (valueAt(input, each.field) ?? '') === '' ? { ...each, message: texts.problem.fillIn } : each,
    ),
  };

const inner = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (Object.entries(value).find(([key]) => key !== '__typename')?.[1] ?? null) : null;

/** A command that takes an `input` with a `requestId`. Everything that stands on the screen is asked again when it has been carried out. */
export const useCommand = <D, V extends OperationVariables>(document: TypedDocumentNode<D, V>): Command<D, V> => {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = useRef({ input: '', requestId: '' });

  const send: Command<D, V>['send'] = async (input) => {
    const text = JSON.stringify(input);
    // An answer that was lost may have been carried out: asked again under its own id it has no second effect.
    if (last.current.input !== text) last.current = { input: text, requestId: crypto.randomUUID() };
    setBusy(true);
    setProblem(null);
    try {
      const variables = { input: { ...input, requestId: last.current.requestId } } as unknown as V;
      const { data, error } = await client.mutate({ mutation: document as unknown as DocumentNode, variables });
      const found = told(problemIn(error, true), input);
      const result = inner(inner(data)) as ResultOf<D> | null;
      if (result === null) {
        setProblem(found);
        return null;
      }
      last.current = { input: '', requestId: '' };
      await client.refetchQueries({ include: 'active' });
      return result;
    } catch (error) {
      setProblem(problemIn(error, true));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem, clear: () => setProblem(null) };
};

/** A command of the Werkplein of who is signed in (`x.werkplein.graphql`). */
export const useWerkpleinCommand = <D, V extends OperationVariables>(document: TypedDocumentNode<D, V>): Command<D, V> =>
  useCommand(forWerkplein(document, useMe().organisation.code));
