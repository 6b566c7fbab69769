import { Heading, UnorderedList } from '@amsterdam/design-system-react';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { ladderStep } from '../../texts/werkplein-law.ts';
import { named } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { DueDay, periodText } from '../parts/day.tsx';
import type { WholePlanFragment } from './plan.werkplein.generated.ts';

const { plan: words } = werkpleinTexts;

const Part = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <>
    <Heading level={3} size="level-4">
      {title}
    </Heading>
    {lines.length === 0 ? (
      <p className="empty">{texts.common.none}</p>
    ) : (
      <UnorderedList>
        {lines.map((line) => (
          <UnorderedList.Item key={line}>{line}</UnorderedList.Item>
        ))}
      </UnorderedList>
    )}
  </>
);

/** A goal in one sentence. */
export const goalText = ({ text, fromStep, toStep, term }: WholePlanFragment['goals'][number]): string =>
  words.goalText(text, named(ladderStep, String(fromStep)), named(ladderStep, String(toStep)), dayText(term));

export const obligationText = ({ code, legalBasis, validFrom, validUntil }: WholePlanFragment['obligations'][number]): string =>
  `${code} (${legalBasis}), ${periodText(validFrom, validUntil)}`;

const Evaluations = ({ plan: { evaluations } }: { plan: WholePlanFragment }) => (
  <Part
    title={words.evaluations}
    lines={evaluations.map(({ evaluatedOn, outcome, samenspraak, recordedBy }) =>
      words.evaluationText(dayText(evaluatedOn), outcome, samenspraak, recordedBy.name),
    )}
  />
);

/** What was agreed, to read. */
export const PlanText = ({ plan }: { plan: WholePlanFragment }) => (
  <div className="plan-text">
    <Facts
      facts={[
        [words.discussedOn, plan.discussedOn === null ? words.notDiscussed : dayText(plan.discussedOn)],
        [words.nextEvaluationOn, <DueDay key="next" day={plan.evaluateOn ?? plan.nextEvaluationOn} />],
        ...(plan.endedOn === null
          ? []
          : [[words.endedOn, `${dayText(plan.endedOn)}${plan.endReason === null ? '' : `: ${plan.endReason}`}`] as [string, string]]),
      ]}
    />
    <Part title={words.goals} lines={plan.goals.map(goalText)} />
    <Part title={words.support} lines={plan.support} />
    <Part title={words.obligations} lines={plan.obligations.map(obligationText)} />
    {plan.consequences !== null && <Part title={words.consequences} lines={[plan.consequences]} />}
    {plan.evaluations.length > 0 && <Evaluations plan={plan} />}
  </div>
);
