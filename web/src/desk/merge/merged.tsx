import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { desk } from '../../texts/desk.ts';
import { employerPath } from '../shared/paths.ts';
import { UndoMerge } from './undo.tsx';

const { merge: words } = desk;

interface Props {
  id: string;
  name: string;
  mergeId: string;
  warnings: readonly string[];
}

/** What was done, and the way back. */
export const Merged = ({ id, name, mergeId, warnings }: Props) => (
  <>
    <Alert className="stacked" heading={words.done} headingLevel={2} severity="success" role="status">
      <Paragraph>{words.doneText(name)}</Paragraph>
      {warnings.map((warning) => (
        <Paragraph key={warning}>{warning}</Paragraph>
      ))}
      <Paragraph>
        <Link to={employerPath(id)}>{words.open}</Link>
      </Paragraph>
    </Alert>
    <UndoMerge mergeId={mergeId} />
  </>
);
