import '../steering.css';
import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../app/page.tsx';
import { type ResultOf, useCommand } from '../../graph/command.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { reports } from '../../texts/reports.ts';
import { steering } from '../../texts/steering.ts';
import { CheckField, LongTextField, SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { FIRST_YEAR } from '../address.ts';
import { sourcesText } from '../missing.tsx';
import { lastQuarterOver, quarters, thisYear } from '../period.ts';
import { SteeringFreezeReportDocument, type SteeringFreezeReportMutation } from './freeze.generated.ts';

const words = reports;
type Result = ResultOf<SteeringFreezeReportMutation>;

const Refusal = ({ result }: { result: Result }) => {
  const said = {
    ReportExists: [words.exists, words.existsText],
    ReportIncomplete: [words.incomplete, result.__typename === 'ReportIncomplete' ? words.incompleteText(sourcesText(result.missingSources)) : ''],
    ReportWithoutAgreements: [words.nothing, result.__typename === 'ReportWithoutAgreements' ? words.nothingText(result.year) : ''],
    ReportFrozen: ['', ''],
  }[result.__typename];
  return (
    <Alert className="stacked" heading={said[0] ?? ''} headingLevel={2} severity="warning" role="alert">
      <Paragraph>{said[1]}</Paragraph>
      {result.__typename === 'ReportExists' && result.report && (
        <Paragraph>
          <Link to={`/rapporten/${result.report.id}`}>{words.existsLink}</Link>
        </Paragraph>
      )}
    </Alert>
  );
};

/** Freezes the report of a quarter; what stands in the way is shown, with the choice that there is. */
export const Component = () => {
  const navigate = useNavigate();
  const command = useCommand(SteeringFreezeReportDocument);
  const [refused, setRefused] = useState<Result | null>(null);
  const [asks, setAsks] = useState<{ missing: boolean; replace: boolean }>({ missing: false, replace: false });
  const last = lastQuarterOver(thisYear());
  const form = useForm({
    municipality: '',
    year: String(last === null ? thisYear() - 1 : thisYear()),
    quarter: String(last ?? 4),
    acceptMissing: false,
    replace: false,
    reason: '',
  });
  const years = Array.from({ length: thisYear() + 1 - FIRST_YEAR }, (_, at) => String(thisYear() - at));
  const submit = async (): Promise<void> => {
    const { municipality, year, quarter, acceptMissing, replace, reason } = form.values;
    const result = await command.send({
      municipality,
      year: Number(year),
      quarter: Number(quarter),
      acceptMissing,
      replace,
      reason: reason === '' ? null : reason,
    });
    if (result?.__typename === 'ReportFrozen') {
      notify(words.frozenDone);
      await navigate(`/rapporten/${result.report?.id ?? ''}`);
      return;
    }
    setRefused(result);
    if (result) setAsks({ missing: asks.missing || result.__typename === 'ReportIncomplete', replace: asks.replace || result.__typename === 'ReportExists' });
  };
  return (
    <Page title={words.freezeTitle}>
      {refused && !command.busy && <Refusal result={refused} />}
      <section className="panel" aria-label={words.freezeTitle}>
        <p>{words.freezeIntro}</p>
        <Form problem={command.problem} busy={command.busy} submit={words.freeze} onSubmit={() => void submit()} onCancel={() => void navigate('/rapporten')}>
          <SelectField
            form={form}
            name="municipality"
            label={words.municipality}
            choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField form={form} name="year" label={words.year} choices={years.map((value) => ({ value, label: value }))} />
          <SelectField
            form={form}
            name="quarter"
            label={words.quarter}
            choices={quarters.map((each) => ({ value: String(each), label: steering.quarter(each) }))}
          />
          {asks.missing && <CheckField form={form} name="acceptMissing" label={words.acceptMissing} />}
          {asks.replace && <CheckField form={form} name="replace" label={words.replace} />}
          {(asks.missing || asks.replace) && <LongTextField form={form} name="reason" label={words.reasonField} hint={words.reasonHint} optional />}
        </Form>
      </section>
    </Page>
  );
};
