import '../steering.css';
import { Button, Heading } from '@amsterdam/design-system-react';
import { useParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { reports } from '../../texts/reports.ts';
import { dayText, instantText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { placeOfCode } from '../address.ts';
import { downloadCsv } from '../charts/csv.ts';
import { PrintButton } from '../print-button.tsx';
import { useReader } from '../reader.ts';
import { Completeness } from './completeness.tsx';
import { SteeringReportDocument } from './report.generated.ts';
import { ReportLines, type Report, reportRows } from './report-lines.tsx';

const words = reports;

const nameOf = ({ municipality }: Report): string => placeOfCode(municipality)?.name ?? municipality;

/** One report as it was frozen, beside what is known today. */
export const Component = () => {
  const { exact } = useReader();
  const asked = useAsk(SteeringReportDocument, { variables: { id: useParams()['id'] ?? '' } });
  const report = asked.data?.quarterReport ?? null;
  const download = (): void => {
    if (report) downloadCsv(words.csvName(nameOf(report), report.quarter, report.year), reportRows(report));
  };
  return (
    <Page
      title={report ? words.titleOf(nameOf(report), report.quarter, report.year) : words.report}
      actions={
        report && (
          <>
            <Button variant="secondary" onClick={download}>
              {words.csv}
            </Button>
            <PrintButton />
          </>
        )
      }
    >
      <Answer asked={asked}>
        {({ quarterReport }) =>
          quarterReport ? (
            <>
              <section className="panel facts-wide" aria-label={words.report}>
                <Facts
                  facts={[
                    [words.measuredOn, dayText(quarterReport.measuredOn)],
                    [words.knownAt, instantText(quarterReport.knownAt)],
                    [words.frozen, words.frozenBy(quarterReport.frozenByName, instantText(quarterReport.frozenAt))],
                    [words.edition, String(quarterReport.edition)],
                    [words.completeness, <Completeness key="volledig" of={quarterReport} />],
                    ...(quarterReport.reason === null ? [] : ([[words.reason, quarterReport.reason]] as const)),
                  ]}
                />
                <details className="no-print">
                  <summary>{words.hash}</summary>
                  <p className="small">
                    <code className="hash">{quarterReport.hash}</code>
                  </p>
                  <p className="small">{words.hashHint}</p>
                </details>
              </section>
              <section className="panel" aria-labelledby="regels">
                <Heading level={2} size="level-3" id="regels">
                  {words.lines}
                </Heading>
                <p>{words.todayIntro(dayText(quarterReport.measuredOn))}</p>
                {!exact && <p className="small">{words.aggregates}</p>}
                <ReportLines report={quarterReport} />
              </section>
            </>
          ) : (
            <Empty>{texts.problem.notFound}</Empty>
          )
        }
      </Answer>
    </Page>
  );
};
