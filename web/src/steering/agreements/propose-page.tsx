import '../steering.css';
import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import type { FieldProblem } from '../../graph/problems.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { agreements } from '../../texts/agreements.ts';
import { steering } from '../../texts/steering.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { placeOfField, useYear } from '../address.ts';
import { thisYear } from '../period.ts';
import { SteeringIndicatorsDocument } from './agreement.generated.ts';
import { SteeringProposeAgreementDocument } from './steps.generated.ts';
import { missingNumbers, TermsFields, termsInput, termsValues } from './terms-fields.tsx';

const words = agreements;
const manual = Object.entries(steering.byHand).map(([value, label]) => ({ value, label }));

/** The NUO proposes what to agree with a municipality for a year. */
export const Component = () => {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [year] = useYear();
  const asked = useAsk(SteeringIndicatorsDocument);
  const command = useCommand(SteeringProposeAgreementDocument);
  const [existing, setExisting] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const place = placeOfField(params.get('gemeente') ?? undefined);
  const form = useForm({ municipality: place?.code ?? '', year: String(year), indicator: '', ...termsValues(null) }, 'afspraak-voorstellen');
  const submit = async (): Promise<void> => {
    setExisting(null);
    const problems = missingNumbers(form.values);
    setMissing(problems);
    if (problems.length > 0) return;
    const { municipality, year: chosen, indicator } = form.values;
    const result = await command.send({ municipality, year: Number(chosen), indicator, terms: termsInput(form.values) });
    if (result?.__typename === 'AgreementExists') setExisting(result.agreement?.id ?? null);
    if (result?.__typename !== 'AgreementChanged') return;
    for (const warning of result.warnings) notify(warning);
    notify(words.proposeDone);
    form.reset();
    await navigate(`/sturing/afspraken/${result.agreement?.id ?? ''}`);
  };
  return (
    <Page title={words.proposeTitle}>
      {existing !== null && (
        <Alert className="stacked" heading={words.exists} headingLevel={2} severity="warning" role="alert">
          <Paragraph>{words.existsText}</Paragraph>
          <Paragraph>
            <Link to={`/sturing/afspraken/${existing}`}>{words.existsLink}</Link>
          </Paragraph>
        </Alert>
      )}
      <Answer asked={asked}>
        {({ indicators }) => (
          <section className="panel" aria-label={words.proposeTitle}>
            <p>{words.proposeIntro}</p>
            {form.restored && <p className="small">{words.restored}</p>}
            <Form
              problem={missing.length > 0 ? { message: '', code: 'BAD_INPUT', fields: missing } : command.problem}
              busy={command.busy}
              submit={words.proposeTitle}
              onSubmit={() => void submit()}
              onCancel={() => {
                form.reset();
                void navigate('/sturing');
              }}
            >
              <SelectField
                form={form}
                name="municipality"
                label={words.municipality}
                choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <SelectField
                form={form}
                name="year"
                label={words.year}
                choices={[thisYear() + 1, thisYear()].map(String).map((value) => ({ value, label: value }))}
              />
              <SelectField
                form={form}
                name="indicator"
                label={words.indicator}
                choices={[...(indicators ?? []).map(({ code, title }) => ({ value: code, label: title })), ...manual]}
              />
              <TermsFields form={form} />
            </Form>
          </section>
        )}
      </Answer>
    </Page>
  );
};
