import { Heading } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useAskWerkplein } from '../../graph/ask.ts';
import { law as words } from '../../texts/law.ts';
import { Facts } from '../../ui/facts.tsx';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { euroText } from '../../ui/numbers.ts';
import { useForm } from '../../ui/use-form.ts';
import { numberOf } from '../parts/inputs.ts';
import { LksIndicationDocument, type LksIndicationQueryVariables } from './law.werkplein.generated.ts';

const CENTS = 100;

/** What loonkostensubsidie may come to, for a conversation with an employer; nothing is kept. */
export const LksForm = () => {
  const form = useForm({ hoursPerWeek: '', how: 'measured', wageValuePct: '' });
  const [variables, ask] = useState<LksIndicationQueryVariables | null>(null);
  const { data, refreshing, waiting, problem } = useAskWerkplein(LksIndicationDocument, {
    variables: variables ?? { hoursPerWeek: 0, forfait: false },
    skip: variables === null,
  });
  const { hoursPerWeek, how, wageValuePct } = form.values;
  const forfait = how === 'forfait';
  // What is no number is refused at its field, as 0 hours are.
  const submit = (): void => ask({ hoursPerWeek: numberOf(hoursPerWeek) || 0, forfait, wageValuePct: forfait ? null : numberOf(wageValuePct) });
  const found = problem === null ? data?.wierden?.lksIndication : null;
  return (
    <section className="panel" aria-labelledby="lks">
      <Heading level={2} size="level-3" id="lks">
        {words.lks}
      </Heading>
      <Form problem={problem} busy={waiting || refreshing} submit={words.compute} onSubmit={submit}>
        <TextField form={form} name="hoursPerWeek" label={words.hours} />
        <RadioField form={form} name="how" path="forfait" label={words.how} choices={Object.entries(words.hows).map(([value, label]) => ({ value, label }))} />
        {!forfait && <TextField form={form} name="wageValuePct" label={words.wageValue} />}
      </Form>
      {found && (
        <div role="status">
          <Facts
            facts={[
              [words.monthly, euroText(found.monthlyCents / CENTS)],
              [words.withEmployer, euroText(found.withEmployerCostCents / CENTS)],
            ]}
          />
          {found.capped && <p>{words.capped}</p>}
          <p className="small">{found.text}</p>
        </div>
      )}
    </section>
  );
};
