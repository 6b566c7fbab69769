import { Navigate, useParams, useSearchParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAskWerkplein } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { Answer } from '../../ui/states.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { ClientOfFactDocument } from './of-fact.werkplein.generated.ts';

/** Where a place on a client's page may be: one part, one anchor. */
const PLACE = /^[a-z]+(#[\w:-]+)?$/;

/** From a fact behind a figure to the client whom it is about. */
export const FactScreen = () => {
  const { fact = '' } = useParams();
  const place = useSearchParams()[0].get('naar') ?? '';
  const asked = useAskWerkplein(ClientOfFactDocument, { variables: { fact } });
  const client = asked.data?.wierden?.clientOfFact;
  if (client) return <Navigate replace to={clientPath(client.id, PLACE.test(place) ? place : '')} />;
  if (!asked.waiting && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <Page title={werkpleinTexts.client.title}>
      <Answer asked={asked}>{() => null}</Answer>
    </Page>
  );
};
