import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { municipalities } from '../graph/municipalities.generated.ts';
import { steering } from '../texts/steering.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { unbroken } from '../ui/numbers.ts';
import { Empty } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { placeOfCode } from './address.ts';
import { ColourBadge } from './colour.tsx';
import type { AgreementOnDashboardFragment } from './dashboard.generated.ts';
import { placeInGroups } from './indicator-groups.ts';

const words = steering;
type Agreement = AgreementOnDashboardFragment;

interface Row {
  indicator: string;
  title: string;
  agreements: readonly Agreement[];
}

const reds = ({ agreements }: Row): number => agreements.filter(({ progress }) => progress?.colour === 'RED').length;

const rowsOf = (agreements: readonly Agreement[]): Row[] =>
  [...Map.groupBy(agreements, ({ indicator }) => indicator)]
    .map(([indicator, held]) => ({ indicator, title: held[0]?.title ?? indicator, agreements: held }))
    .toSorted((a, b) => reds(b) - reds(a) || placeInGroups(a.indicator) - placeInGroups(b.indicator));

const AgreementCell = ({ agreement }: { agreement: Agreement | undefined }) => {
  if (!agreement) return <span className="small">{words.none}</span>;
  const { id, status, progress } = agreement;
  return (
    <span className="board-cell">
      <Link to={`/sturing/afspraken/${id}`}>
        {status === 'CONCEPT' || !progress ? <StatusBadge tone="info">{words.proposal}</StatusBadge> : <ColourBadge colour={progress.colour} />}
      </Link>
      {progress && (
        <span className="small">
          {unbroken(progress.text)}
          {progress.targetText !== null && ` / ${words.target.toLowerCase()} ${unbroken(progress.targetText)}`}
        </span>
      )}
    </span>
  );
};

/** On a phone: what is off course, and where; everything of one municipality stands on its own page. */
const OffCourse = ({ rows }: { rows: readonly Row[] }) => {
  const wrong = rows.filter((row) => reds(row) > 0);
  return (
    <>
      <Heading level={3}>{words.offCourse}</Heading>
      {wrong.length === 0 && <Empty>{words.nothingOffCourse}</Empty>}
      <ul className="plain-list">
        {wrong.map(({ indicator, title, agreements }) => (
          <li key={indicator}>
            <strong>{title}</strong>
            <div>
              {agreements
                .filter(({ progress }) => progress?.colour === 'RED')
                .map(({ id, municipality }) => (
                  <Link key={id} to={`/sturing/afspraken/${id}`} className="off-course" aria-label={`${title}, ${placeOfCode(municipality)?.name}`}>
                    {placeOfCode(municipality)?.name}
                  </Link>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <p className="small">{words.allPerMunicipality}</p>
    </>
  );
};

/** Each agreement with every municipality in a row; what goes wrong at most of them comes first. */
export const BoardAgreements = ({ agreements }: { agreements: readonly Agreement[] }) => {
  const narrow = useNarrow();
  if (agreements.length === 0) return <Empty>{words.noAgreements}</Empty>;
  if (narrow) return <OffCourse rows={rowsOf(agreements)} />;
  return (
    <DataTable
      caption={words.agreementsByMunicipality}
      hideCaption
      rows={rowsOf(agreements)}
      keyOf={({ indicator }) => indicator}
      columns={[
        { header: words.indicator, heads: true, cell: ({ title }) => title },
        ...municipalities.map(({ code, name }) => ({
          header: name,
          cell: (row: Row) => <AgreementCell agreement={row.agreements.find(({ municipality }) => municipality === code)} />,
        })),
      ]}
    />
  );
};
