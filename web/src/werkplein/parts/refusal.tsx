import { Alert, Paragraph, UnorderedList } from '@amsterdam/design-system-react';
import { kindOf } from '../../graph/municipal.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { dossierStep, named } from '../../texts/werkplein-names.ts';
import { planObstacle } from '../../texts/werkplein-law.ts';
import { dayText } from '../../ui/dates.ts';

/** What a command answers in place of doing it; each member has some of these. */
interface Answer {
  __typename?: string;
  text?: string;
  by?: readonly string[];
  allowedSteps?: readonly string[];
  obstacles?: readonly { text: string }[];
  planObstacles?: readonly string[];
  nearestDay?: string | null;
  closedOn?: string | null;
  lastDay?: string | null;
  endsOn?: string | null;
  day?: string;
}

/** Why something was not done, and what helps, in the words of the user. */
export interface Refusal {
  kind: string;
  text: string;
  more: readonly string[];
}

const { refusal: words } = firstWords;

const wordsOf = (kind: string): string => (kind.endsWith('VersionConflict') ? words.conflict : ((words.of as Record<string, string>)[kind] ?? words.other));

/** Reads a member of a result union that is not the one that was wanted. */
export const refusalOf = (result: unknown): Refusal => {
  const answer = result as Answer;
  const kind = kindOf(answer);
  const steps = (answer.allowedSteps ?? []).map((step) => named(dossierStep, step).toLowerCase());
  return {
    kind,
    text: answer.text ?? wordsOf(kind),
    more: [
      ...(answer.obstacles ?? []).map(({ text }) => text),
      ...(answer.planObstacles ?? []).map((code) => named(planObstacle, code)),
      ...(answer.nearestDay ? [words.nearestDay(dayText(answer.nearestDay))] : []),
      ...(answer.lastDay ? [words.until(dayText(answer.lastDay))] : []),
      ...(answer.endsOn && kind === 'OutflowTermRuns' ? [words.termUntil(dayText(answer.endsOn))] : []),
      ...(answer.closedOn ? [words.closedOn(dayText(answer.closedOn))] : []),
      ...(answer.day && kind.endsWith('ParameterMissing') ? [words.missingOn(dayText(answer.day))] : []),
      ...(steps.length > 0 ? [words.instead(steps.join(', '))] : []),
      ...(answer.by && answer.by.length > 0 ? [words.by(answer.by.join(', '))] : []),
    ],
  };
};

/** Shown where the command was given. */
export const RefusalAlert = ({ refusal }: { refusal: Refusal | null }) =>
  refusal && (
    <Alert className="stacked" heading={words.heading} headingLevel={3} severity="warning" role="alert">
      <Paragraph>{refusal.text}</Paragraph>
      {refusal.more.length > 0 && (
        <UnorderedList>
          {refusal.more.map((each) => (
            <UnorderedList.Item key={each}>{each}</UnorderedList.Item>
          ))}
        </UnorderedList>
      )}
    </Alert>
  );
