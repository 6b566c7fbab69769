import '../desk.css';
import { Alert, Button, Field, Label, Paragraph, Select } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { texts } from '../../texts.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { employerPath } from '../shared/paths.ts';
import { employersOf } from './employers-of.ts';
import { Plot } from './plot.tsx';
import { useAllPages } from './use-all-pages.ts';

const { map: words } = texts.desk;
const CITY = 'plaats';

/** Employers with open places as a plot, and the same as a list beside it. */
export const MapPage = () => {
  const [params, setParams] = useSearchParams();
  const city = params.get(CITY) ?? '';
  const { asked, more } = useAllPages();
  return (
    <Page title={words.title}>
      <p className="lead stacked">{words.intro}</p>
      <Answer asked={asked}>
        {(vacancies) => {
          const all = employersOf(vacancies);
          const cities = [...new Set(all.flatMap((one) => one.city ?? []))].sort((a, b) => a.localeCompare(b, 'nl'));
          const shown = city === '' ? all : all.filter((one) => one.city === city);
          const off = shown.filter(({ point }) => point === null).length;
          if (all.length === 0) return <Empty>{words.none}</Empty>;
          return (
            <>
              {more && (
                <Alert className="stacked" heading={words.partial} headingLevel={2} severity="warning">
                  <Paragraph>
                    <Button variant="secondary" onClick={more}>
                      {words.more}
                    </Button>
                  </Paragraph>
                </Alert>
              )}
              <Field className="desk-narrow stacked">
                <Label htmlFor="plaats">{words.city}</Label>
                <Select id="plaats" value={city} onChange={({ target }) => setParams(target.value === '' ? {} : { [CITY]: target.value })}>
                  <Select.Option value="">{words.anywhere}</Select.Option>
                  {cities.map((name) => (
                    <Select.Option key={name} value={name}>
                      {name}
                    </Select.Option>
                  ))}
                </Select>
              </Field>
              <div className="desk-map">
                <section className="panel">
                  <Plot employers={shown} />
                  {off > 0 && <p className="small">{words.off(off)}</p>}
                  <p className="small">{words.source}</p>
                </section>
                <section className="panel desk-map-list" aria-label={words.list} tabIndex={0}>
                  <DataTable
                    caption={words.list}
                    rows={shown}
                    keyOf={({ id }) => id}
                    columns={[
                      { header: words.employer, heads: true, cell: ({ id, name }) => <Link to={employerPath(id)}>{name}</Link> },
                      { header: words.city, cell: (one) => one.city ?? texts.common.unknown },
                      { header: words.places, numeric: true, cell: ({ places }) => places },
                    ]}
                  />
                </section>
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
};
