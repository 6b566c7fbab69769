import '../steering.css';
import { Link } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { reports } from '../../texts/reports.ts';
import { steering } from '../../texts/steering.ts';
import { dayText, instantText } from '../../ui/dates.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { placeOfCode, placeOfField, useAddressPart } from '../address.ts';
import { Pick } from '../pick.tsx';
import { useReader } from '../reader.ts';
import { Completeness } from './completeness.tsx';
import { SteeringReportsDocument } from './reports.generated.ts';

const words = reports;

/** Every quarter report that was frozen. */
export const Component = () => {
  const { everywhere, freezes } = useReader();
  const [field, choose] = useAddressPart('gemeente');
  const place = placeOfField(field ?? undefined);
  const asked = useAsk(SteeringReportsDocument, { variables: { municipality: place?.code ?? null, year: null } });
  return (
    <Page
      title={words.title}
      actions={
        freezes && (
          <Link className="ams-button ams-button--primary" to="/rapporten/vastleggen">
            {words.freeze}
          </Link>
        )
      }
    >
      <p>{words.intro}</p>
      {everywhere && (
        <div className="picks">
          <Pick
            label={words.municipality}
            value={place?.field ?? ''}
            choices={[{ value: '', label: steering.all }, ...municipalities.map(({ field: value, name }) => ({ value, label: name }))]}
            onPick={(next) => choose(next === '' ? null : next)}
          />
        </div>
      )}
      <Answer asked={asked}>
        {({ quarterReports }) => (
          <section className="panel">
            {quarterReports?.length === 0 && (
              <Empty>
                {words.none} {words.noneHint}
              </Empty>
            )}
            {quarterReports && quarterReports.length > 0 && (
              <DataTable
                caption={words.title}
                hideCaption
                rows={quarterReports}
                keyOf={({ id }) => id}
                columns={[
                  {
                    header: words.report,
                    heads: true,
                    cell: ({ id, municipality, quarter, year }) => (
                      <Link to={`/rapporten/${id}`}>{`${placeOfCode(municipality)?.name ?? municipality}, ${words.quarterOf(quarter, year)}`}</Link>
                    ),
                  },
                  { header: words.edition, cell: ({ edition }) => String(edition) },
                  { header: words.measuredOn, cell: ({ measuredOn }) => dayText(measuredOn) },
                  { header: words.knownAt, cell: ({ knownAt }) => instantText(knownAt) },
                  { header: words.frozen, cell: ({ frozenByName, frozenAt }) => words.frozenBy(frozenByName, instantText(frozenAt)) },
                  { header: words.completeness, cell: (report) => <Completeness of={report} /> },
                ]}
              />
            )}
          </section>
        )}
      </Answer>
    </Page>
  );
};
