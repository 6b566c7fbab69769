import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { isNuo, useMe } from '../app/me.tsx';
import { Page } from '../app/page.tsx';
import { type ResultOf, useWerkpleinCommand } from '../graph/command.ts';
import { texts } from '../texts.ts';
import { dayText } from '../ui/dates.ts';
import { Empty, ProblemAlert } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { numberText } from '../ui/numbers.ts';
import { RunRetentionDocument, type RunRetentionMutation } from './rights.werkplein.generated.ts';

const words = texts.beheer.retention;
type Report = ResultOf<RunRetentionMutation> & object;

const ReportTable = ({ report }: { report: Report }) => (
  <section className="panel" aria-label={words.report} role="status">
    <p>
      {report.dryRun ? words.would(dayText(report.day)) : words.did(dayText(report.day))} {report.more && words.more}
    </p>
    {report.parts.every(({ rows }) => rows === 0) ? (
      <Empty>{words.nothing}</Empty>
    ) : (
      <DataTable
        caption={words.report}
        hideCaption
        rows={report.parts.filter(({ rows }) => rows > 0)}
        keyOf={({ kind, title, term }) => `${kind} ${title} ${term}`}
        columns={[
          { header: words.what, heads: true, cell: ({ title }) => title },
          { header: words.rows, numeric: true, cell: ({ rows }) => numberText(rows) },
          { header: words.term, cell: ({ term }) => (term === null ? texts.common.unknown : words.termText(term)) },
          { header: words.source, cell: ({ source }) => <span className="small">{source ?? texts.common.unknown}</span> },
        ]}
      />
    )}
  </section>
);

const Run = () => {
  const { send, busy, problem } = useWerkpleinCommand(RunRetentionDocument);
  const [report, setReport] = useState<Report | null>(null);
  const run = async (dryRun: boolean): Promise<void> => {
    if (!busy) setReport(await send({ dryRun }));
  };
  const found = report?.parts.some(({ rows }) => rows > 0) === true;
  return (
    <>
      <div className="form-actions">
        <Button variant="secondary" aria-disabled={busy} onClick={() => void run(true)}>
          {busy ? texts.common.busy : words.look}
        </Button>
      </div>
      <ProblemAlert problem={problem} />
      {report && <ReportTable report={report} />}
      {report && found && (report.dryRun || report.more) && (
        <div className="form-actions">
          <Button aria-disabled={busy} onClick={() => void run(false)}>
            {busy ? texts.common.busy : report.dryRun ? words.remove : words.removeMore}
          </Button>
        </div>
      )}
    </>
  );
};

/** What is past its term: looked at first, then removed. */
export const Component = () => (
  <Page title={words.title}>
    {isNuo(useMe()) ? (
      <Empty>{texts.common.notShown}</Empty>
    ) : (
      <>
        <p>{words.intro}</p>
        <Run />
      </>
    )}
  </Page>
);
