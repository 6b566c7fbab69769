import '../uitvoering.css';
import { Heading, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Page } from '../../app/page.tsx';
import { type ResultOf, useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { dayOf } from '../../ui/dates.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { useForm } from '../../ui/use-form.ts';
import { shortNumber } from '../../ui/numbers.ts';
import { Outcome } from '../outcome.tsx';
import { euros } from './parts.tsx';
import { IndexSecondmentsDocument, type IndexSecondmentsMutation } from './secondment-steps.generated.ts';

type Answer = ResultOf<IndexSecondmentsMutation>;
type Indexed = Extract<Answer, { __typename: 'SecondmentsIndexed' }>;
type Raised = Indexed['raised'][number];
type Skipped = Indexed['skipped'][number];

const nameOf = ({ secondment }: Raised | Skipped): string =>
  secondment ? [secondment.title, secondment.employer?.name].filter(Boolean).join(' · ') : texts.common.notShown;

const raisedColumns: Column<Raised>[] = [
  { header: words.one, heads: true, cell: nameOf },
  { header: words.oldRate, numeric: true, cell: ({ fromCents }) => euros(fromCents) },
  { header: words.newRate, numeric: true, cell: ({ toCents }) => euros(toCents) },
];
const skippedColumns: Column<Skipped>[] = [
  { header: words.one, heads: true, cell: nameOf },
  { header: words.why, cell: ({ reason }) => words.skipped[reason] },
];

const IndexedView = ({ answer }: { answer: Indexed }) => {
  const pct = shortNumber(answer.percentage);
  const said = answer.dryRun ? words.indexTried : words.indexDone;
  return (
    <section className="panel">
      <Paragraph role="status">{said(answer.raised.length, pct)}</Paragraph>
      {answer.recomputedSheets > 0 && <Paragraph>{words.indexSheets(answer.recomputedSheets)}</Paragraph>}
      {answer.sheetsToSplit > 0 && <Paragraph>{words.indexSplit(answer.sheetsToSplit)}</Paragraph>}
      {answer.raised.length > 0 && (
        <DataTable hideCaption caption={words.index} columns={raisedColumns} rows={answer.raised} keyOf={({ secondment }) => secondment?.id ?? ''} />
      )}
      {answer.skipped.length > 0 && (
        <>
          <Heading level={2} size="level-3">
            {words.skippedHeading}
          </Heading>
          <DataTable
            hideCaption
            caption={words.skippedHeading}
            columns={skippedColumns}
            rows={answer.skipped}
            keyOf={({ secondment }) => secondment?.id ?? ''}
          />
        </>
      )}
    </section>
  );
};

/** Raises the rates of a year: first as a trial, then for good. */
export const IndexPage = () => {
  const form = useForm({ from: `${Number(dayOf().slice(0, 4)) + 1}-01-01`, forReal: false });
  const { send, busy, problem } = useCommand(IndexSecondmentsDocument);
  const [shown, setShown] = useState<{ from: string; answer: Answer | null }>({ from: '', answer: null });
  const { from, forReal } = form.values;
  const { answer } = shown;
  // Only what was shown can be done.
  const tried = answer?.__typename === 'SecondmentsIndexed' && answer.dryRun && shown.from === from;
  const submit = async (): Promise<void> => setShown({ from, answer: await send({ from, dryRun: !(tried && forReal) }) });
  return (
    <Page title={words.index}>
      <section className="panel">
        <Paragraph>{words.indexLead}</Paragraph>
        <Form problem={problem} busy={busy} submit={tried && forReal ? words.indexDo : words.indexTry} onSubmit={() => void submit()}>
          {answer && answer.__typename !== 'SecondmentsIndexed' && <Outcome result={answer} />}
          <TextField form={form} name="from" type="date" label={words.indexFrom} />
          {tried && <CheckField form={form} name="forReal" label={words.indexDo} />}
        </Form>
      </section>
      {answer?.__typename === 'SecondmentsIndexed' && <IndexedView answer={answer} />}
    </Page>
  );
};
