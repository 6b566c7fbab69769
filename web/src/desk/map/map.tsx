import '../desk.css';
import { Field, Label, Select } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { PAGE, Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty, Waiting } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { employerPath } from '../shared/paths.ts';
import { type EmployerOnMap, employersOf } from './employers-of.ts';
import { Plot } from './plot.tsx';
import { useAllPages } from './use-all-pages.ts';

const { map: words } = desk;
const CITY = 'plaats';

const columns: Column<EmployerOnMap>[] = [
  { header: words.employer, heads: true, cell: ({ id, name }) => <Link to={employerPath(id)}>{name}</Link> },
  { header: words.city, cell: ({ city }) => city ?? texts.common.unknown },
  { header: words.places, numeric: true, cell: ({ places }) => places },
];

/** Employers with open places as a plot, and the same as a list beside it. */
export const MapPage = () => {
  const [params, setParams] = useSearchParams();
  const city = params.get(CITY) ?? '';
  const { asked, more } = useAllPages();
  const from = Number(useAfter() ?? 0);
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
              {more && <Waiting label={words.loading(vacancies.length)} />}
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
                <section className="panel desk-map-list" aria-label={words.list}>
                  <DataTable caption={words.list} rows={shown.slice(from, from + PAGE)} keyOf={({ id }) => id} columns={columns} />
                  <Pager list={{ pageInfo: { hasNextPage: from + PAGE < shown.length, endCursor: String(from + PAGE) } }} />
                </section>
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
};
