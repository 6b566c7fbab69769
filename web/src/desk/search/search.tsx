import '../desk.css';
import { Link } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { Page } from '../../app/page.tsx';
import { desk } from '../../texts/desk.ts';
import { useAfter } from '../../ui/pager.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { EmployersDocument } from './employers.generated.ts';
import { EmployerList } from './employer-list.tsx';
import { SearchFilters } from './filters.tsx';
import { PossibleDuplicates } from './possible-duplicates.tsx';
import { filterOf, useFilters } from './use-filters.ts';

const { search } = desk;
/** Fewer letters are like everything. */
const TELLING = 3;

/** Employers as one types, with those that are spelt alike. */
export const Search = () => {
  const filters = useFilters();
  const settled = useSettled(filters.values);
  const asked = useAsk(EmployersDocument, { variables: { filter: filterOf(settled), after: useAfter() } });
  const found = new Set(asked.data?.employers?.nodes.map(({ id }) => id));
  return (
    <Page
      title={search.title}
      actions={
        <Link className="desk-button" to={`/werkgevers/nieuw${settled.naam === '' ? '' : `?naam=${encodeURIComponent(settled.naam)}`}`}>
          {search.register}
        </Link>
      }
    >
      <SearchFilters {...filters} />
      {settled.naam.length >= TELLING && <PossibleDuplicates like={{ name: settled.naam }} except={found} heading={search.similar} />}
      <EmployerList asked={asked} />
    </Page>
  );
};
