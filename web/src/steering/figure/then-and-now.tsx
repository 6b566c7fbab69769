import { Button, Heading } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useAsk } from '../../graph/ask.ts';
import type { FieldProblem } from '../../graph/problems.ts';
import { figures } from '../../texts/figures.ts';
import { instantOf, instantText, localInput } from '../../ui/dates.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useAddressPart } from '../address.ts';
import { MissingNote } from '../missing.tsx';
import { SteeringFigureThenDocument, type SteeringFigureQueryVariables } from './figure.generated.ts';
import { type Figure, valueText } from './figure-value.tsx';

const words = figures;

const differenceText = (now: Figure, then: Figure): string => {
  if (now.value === null || then.value === null) return words.noDifference;
  const difference = Number((now.value - then.value).toFixed(now.indicator.decimals));
  if (difference === 0) return words.same;
  const size = valueText(now, Math.abs(difference));
  return words.changed(difference > 0 ? words.more(size) : words.less(size));
};

const Comparison = ({ now, then }: { now: Figure; then: Figure }) => (
  <>
    <dl className="then-now">
      {[
        { name: words.thenValue, of: then },
        { name: words.nowValue, of: now },
      ].map(({ name, of }) => (
        <div key={name}>
          <dt>{`${name} (${instantText(of.knownAt)})`}</dt>
          <dd>
            {of.text}
            <MissingNote of={of} />
          </dd>
        </div>
      ))}
    </dl>
    <p>{differenceText(now, then)}</p>
  </>
);

interface ThenProps {
  figure: Figure;
  variables: SteeringFigureQueryVariables;
}

/** The same days, as they were known before: what was corrected or came later makes the difference. */
export const ThenAndNow = ({ figure, variables }: ThenProps) => {
  const [at, setAt] = useAddressPart('bekend');
  const valid = at !== null && !Number.isNaN(Date.parse(at));
  const form = useForm({ knownAt: valid ? localInput(at) : '' });
  const [fields, setFields] = useState<readonly FieldProblem[]>([]);
  const asked = useAsk(SteeringFigureThenDocument, { variables: { ...variables, knownAt: at ?? '' }, skip: !valid });
  const show = (): void => {
    const instant = instantOf(form.values.knownAt);
    const problem = instant === '' ? words.badMoment : new Date(instant) >= new Date() ? words.future : null;
    setFields(problem === null ? [] : [{ field: 'knownAt', message: problem }]);
    if (problem === null) setAt(instant);
  };
  return (
    <section className={valid ? 'panel' : 'panel no-print'} aria-labelledby="toen-en-nu">
      <Heading level={2} size="level-3" id="toen-en-nu">
        {words.thenAndNow}
      </Heading>
      <div className="no-print">
        <p>{words.thenIntro}</p>
        <Form problem={fields.length === 0 ? null : { message: '', code: 'BAD_INPUT', fields }} busy={false} submit={words.thenShow} onSubmit={show}>
          <TextField form={form} name="knownAt" type="datetime-local" label={words.thenAt} />
        </Form>
      </div>
      {valid && (
        <>
          <Answer asked={asked}>{({ figure: then }) => then && <Comparison now={figure} then={then} />}</Answer>
          <Button variant="tertiary" className="no-print" onClick={() => setAt(null)}>
            {words.thenStop}
          </Button>
        </>
      )}
    </section>
  );
};
