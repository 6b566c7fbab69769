import { Alert, Paragraph } from '@amsterdam/design-system-react';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { type Command, useCommand } from '../../graph/command.ts';
import type { Problem } from '../../graph/problems.ts';
import { agreements } from '../../texts/agreements.ts';
import { notify } from '../../ui/notice.tsx';
import type { StepAnswerFragment } from './steps.generated.ts';

const words = agreements;

interface TakenStep<D, V> {
  take(input: Parameters<Command<D, V>['send']>[0]): Promise<void>;
  busy: boolean;
  problem: Problem | null;
  /** Why it was not taken, and what to do. */
  refused: { heading: string; text: string } | null;
}

const refusalOf = (answer: StepAnswerFragment): TakenStep<unknown, unknown>['refused'] => {
  if (answer.__typename === 'AgreementVersionConflict') return { heading: words.conflict, text: words.conflictText };
  return { heading: words.refused, text: answer.__typename === 'AgreementChanged' ? '' : answer.text };
};

/** A step of an agreement, with what becomes of each of its answers. */
export const useStep = <D, V extends OperationVariables>(
  document: TypedDocumentNode<D, V>,
  done: (answer: StepAnswerFragment) => string,
  close: () => void,
): TakenStep<D, V> => {
  const command = useCommand(document);
  const [answer, setAnswer] = useState<StepAnswerFragment | null>(null);
  return {
    take: async (input) => {
      setAnswer(null);
      const result = (await command.send(input)) as StepAnswerFragment | null;
      if (result?.__typename !== 'AgreementChanged') {
        setAnswer(result);
        return;
      }
      for (const warning of result.warnings) notify(warning);
      notify(done(result));
      close();
    },
    busy: command.busy,
    problem: command.problem,
    refused: answer && refusalOf(answer),
  };
};

export const RefusedAlert = ({ refused }: { refused: TakenStep<unknown, unknown>['refused'] }) =>
  refused && (
    <Alert className="stacked" heading={refused.heading} headingLevel={3} severity="warning" role="alert">
      <Paragraph>{refused.text}</Paragraph>
    </Alert>
  );
