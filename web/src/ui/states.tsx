import { Alert, Button, Paragraph } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { municipalities } from '../graph/municipalities.generated.ts';
import type { Asked } from '../graph/ask.ts';
import { type Problem, UNREACHABLE } from '../graph/problems.ts';
import { texts } from '../texts.ts';

/** Something is on its way. */
export const Waiting = ({ label = texts.common.waiting }: { label?: string }) => (
  <p className="waiting" role="status">
    <span className="waiting-sign" aria-hidden="true" />
    {label}
  </p>
);

/** What went wrong and what to do. */
export const ProblemAlert = ({ problem, again }: { problem: Problem | null; again?: () => void }) =>
  problem && (
    <Alert
      className="stacked"
      heading={problem.code === UNREACHABLE ? texts.problem.unreachableHeading : texts.problem.heading}
      headingLevel={2}
      severity={problem.code === UNREACHABLE ? 'warning' : 'error'}
      role="alert"
    >
      <Paragraph>{problem.message}</Paragraph>
      {problem.reference !== undefined && <Paragraph>{texts.problem.reference(problem.reference)}</Paragraph>}
      {again && (
        <Button variant="secondary" onClick={again}>
          {texts.common.again}
        </Button>
      )}
    </Alert>
  );

const nameOf = (service: string): string => municipalities.find(({ field }) => field === service)?.name ?? service.toUpperCase();

/** Organisations that did not answer: what is theirs is missing, and the page says so. */
export const AbsentAlert = ({ absent }: { absent: readonly string[] }) => {
  if (absent.length === 0) return null;
  const names = new Intl.ListFormat('nl').format(absent.map(nameOf));
  return (
    <Alert className="stacked" heading={texts.problem.absentHeading(names)} headingLevel={2} severity="warning" role="status">
      <Paragraph>{texts.problem.absent(names)}</Paragraph>
    </Alert>
  );
};

interface AnswerProps<D> {
  asked: Asked<D>;
  /** What stands there once there is something; parts of it may be missing. */
  children: (data: D) => ReactNode;
}

/** The states of a question: on its way, failed, incomplete, there. */
export function Answer<D>({ asked, children }: AnswerProps<D>) {
  const { data, waiting, problem, absent, again, refreshing } = asked;
  if (waiting) return <Waiting />;
  return (
    <div aria-busy={refreshing}>
      <ProblemAlert problem={problem} again={again} />
      <AbsentAlert absent={absent} />
      {data !== undefined && children(data)}
    </div>
  );
}

/** In the place of a list without rows. */
export const Empty = ({ children }: { children: ReactNode }) => <p className="empty">{children}</p>;
