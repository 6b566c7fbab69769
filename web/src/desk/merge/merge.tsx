import '../desk.css';
import { Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { Answer } from '../../ui/states.tsx';
import { MergeForm } from './merge-form.tsx';
import { Merged } from './merged.tsx';
import { MergeSidesDocument } from './merge.generated.ts';

const { merge: words } = desk;

interface Done {
  id: string;
  name: string;
  mergeId: string;
  warnings: readonly string[];
}

/** Two employers side by side, what would happen if they were one, and making them one. */
export const Merge = () => {
  const [params] = useSearchParams();
  const [done, setDone] = useState<Done | null>(null);
  const [first, second] = [params.get('een') ?? '', params.get('twee') ?? ''];
  const asked = useAsk(MergeSidesDocument, { variables: { first, second }, skip: first === '' || second === '' || done !== null });
  return (
    <Page title={words.mergeTitle}>
      {done ? (
        <Merged {...done} />
      ) : (
        <Answer asked={asked}>
          {({ first: one, second: two }) =>
            one && two ? <MergeForm key={`${one.version} ${two.version}`} sides={[one, two]} onDone={setDone} /> : <Paragraph>{words.choose}</Paragraph>
          }
        </Answer>
      )}
      <p>
        <Link to="/dubbelingen">{words.toList}</Link>
      </p>
    </Page>
  );
};
