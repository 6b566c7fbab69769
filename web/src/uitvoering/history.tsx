import { Heading } from '@amsterdam/design-system-react';
import { uitvoering } from '../texts/uitvoering.ts';
import { instantText } from '../ui/dates.ts';
import { Empty } from '../ui/states.tsx';

interface Taken {
  key: string;
  what: string;
  at: string;
  by: string;
  /** What was given with it. */
  text?: string | null;
}

/** Steps that were taken, the last one first. */
export const History = ({ steps }: { steps: readonly Taken[] }) => (
  <section className="panel">
    <Heading level={2}>{uitvoering.history}</Heading>
    {steps.length === 0 && <Empty>{uitvoering.noHistory}</Empty>}
    <ol className="plain-list" reversed>
      {steps.toReversed().map(({ key, what, at, by, text }) => (
        <li key={key}>
          <strong>{what}</strong>
          <div className="small">
            {instantText(at)} · {by}
          </div>
          {text != null && <div>{text}</div>}
        </li>
      ))}
    </ol>
  </section>
);
