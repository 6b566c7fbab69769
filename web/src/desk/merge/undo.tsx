import { Alert, Button, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { ProblemAlert } from '../../ui/states.tsx';
import { countsText } from './counts-text.ts';
import { UndoMergeDocument, type UndoMergeMutation } from './merge.generated.ts';

const { merge: words } = desk;

type Result = NonNullable<NonNullable<UndoMergeMutation['nuo']>['undoMerge']>;

const ResultAlert = ({ result }: { result: Result }) =>
  result.__typename === 'UndoRefused' ? (
    <Alert className="stacked" heading={texts.problem.heading} headingLevel={2} severity="error" role="alert">
      <Paragraph>{words.undoRefusal[result.refusal]}</Paragraph>
    </Alert>
  ) : (
    <Alert className="stacked" heading={words.undone} headingLevel={2} severity="success" role="status">
      <Paragraph>{words.undoneText(result.restored.name)}</Paragraph>
      {result.addedSince.length > 0 && (
        <Paragraph>{words.addedSince(countsText(result.addedSince.map(({ type, ids }) => ({ type, count: ids.length }))))}</Paragraph>
      )}
      {result.changedSince.length > 0 && <Paragraph>{words.changedSince(result.changedSince.length)}</Paragraph>}
    </Alert>
  );

/** Makes two employers of one again, and says what stays as it is. */
export const UndoMerge = ({ mergeId, name }: { mergeId: string; name?: string }) => {
  const { send, busy, problem } = useCommand(UndoMergeDocument);
  const [result, setResult] = useState<Result | null>(null);
  if (result) return <ResultAlert result={result} />;
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button
        variant="secondary"
        aria-disabled={busy}
        {...(name !== undefined && { 'aria-label': words.undoOf(name) })}
        onClick={() => void (busy || send({ mergeId }).then((answer) => setResult(answer)))}
      >
        {words.undo}
      </Button>
    </>
  );
};
