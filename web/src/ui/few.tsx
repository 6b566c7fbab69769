import { Button } from '@amsterdam/design-system-react';
import { type ReactNode, useState } from 'react';
import { texts } from '../texts.ts';

interface FewProps {
  /** How many rows or items there are. */
  count: number;
  /** How many of them a phone shows first; `styles.css` counts them. */
  few?: 5 | 10;
  children: ReactNode;
}

/** On a phone the first of a long list, and a button for the others. At a desk and on paper all are there. */
export const Few = ({ count, few = 10, children }: FewProps) => {
  const [all, setAll] = useState(false);
  const others = count - few;
  // For one or two nobody should have to ask.
  if (others <= 2) return children;
  return (
    <div className="few" {...(!all && { 'data-few': few })}>
      {children}
      <Button className="few-more" variant="secondary" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? texts.common.fewer : texts.common.others(others)}
      </Button>
    </div>
  );
};
