import { Link } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { Answer } from '../../ui/states.tsx';
import { UnseenPager, useUnseenAfter } from '../../ui/unseen.tsx';
import { CaseloadDocument, type CaseloadQueryVariables } from './caseload.werkplein.generated.ts';
import { CaseloadFilters, useCaseloadAsked } from './filters.tsx';
import { CaseloadTable } from './list.tsx';
import { BsnSearch } from './bsn-search.tsx';
import '../werkplein.css';

const { caseload: words } = firstWords;

type Filter = NonNullable<CaseloadQueryVariables['filter']>;

/** Shorter beginnings find nothing: the graph asks two characters. */
const SEARCH_MIN = 2;

/** The clients of who is signed in, or of the whole Werkplein. */
export const CaseloadScreen = () => {
  const { mine, search, status } = useCaseloadAsked();
  const filter: Filter = {
    ...(mine && { mine }),
    ...(search.length >= SEARCH_MIN && { search }),
    ...(status !== '' && { status: status as NonNullable<Filter['status']> }),
  };
  const asked = useAskWerkplein(CaseloadDocument, { variables: { filter, after: useUnseenAfter() } });
  return (
    <Page
      title={words.title}
      actions={
        <Link className="ams-button ams-button--primary button-link" to="/clienten/nieuw">
          {words.register}
        </Link>
      }
    >
      <div className="panel">
        <CaseloadFilters />
        <BsnSearch />
      </div>
      <Answer asked={asked}>
        {({ wierden }) =>
          wierden?.clients && (
            <section className="panel" aria-label={words.list}>
              <p className="list-count">
                {words.count(wierden.clients.totalCount, mine)}
                {mine && <Link to="/bemiddeling">{words.toVacancies}</Link>}
              </p>
              <CaseloadTable rows={wierden.clients.nodes} everyone={!mine} />
              <UnseenPager list={wierden.clients} />
            </section>
          )
        }
      </Answer>
    </Page>
  );
};
