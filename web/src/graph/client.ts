import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { municipalities } from './municipalities.generated.ts';
import { possibleTypes } from './possible-types.generated.ts';
import { sessionState, untilSignedInAgain } from './session.ts';

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const ids = new Map<string, Promise<string>>();

// Parts of an answer may be missing (another organisation, another role); what is there is shown.
declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

/** The name under which production knows a document: its SHA-256. */
const idOf = (query: string): Promise<string> => {
  const known = ids.get(query) ?? crypto.subtle.digest('SHA-256', new TextEncoder().encode(query)).then((bytes) => `sha256:${hex(bytes)}`);
  ids.set(query, known);
  return known;
};

const ask: typeof fetch = async (address, init) => {
  const { query, ...rest } = JSON.parse(init?.body as string) as { query: string };
  // While screens are being made, the documents of the gateway are older than the page.
  const named = import.meta.env.DEV ? { query } : { documentId: await idOf(query) };
  const send = (): Promise<Response> => fetch(address, { ...init, body: JSON.stringify({ ...rest, ...named }) });
  for (;;) {
    const answer = await send();
    if (answer.status !== 401 || sessionState() === 'unknown') return answer;
    await untilSignedInAgain();
  }
};

const pascal = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

const partsOfOne = ['DoelgroepAxes', 'WerkpleinTerms', 'CandidateSupply'];

/** Objects by id, so that what one screen changes is changed on all. */
export const newClient = (): ApolloClient =>
  new ApolloClient({
    link: new HttpLink({ uri: '/graphql', fetch: ask }),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        // There is one of each.
        ...Object.fromEntries(municipalities.map(({ field }) => [`${pascal(field)}Werkplein`, { keyFields: [] as const }])),
        // Two organisations may give two people one id.
        Employee: { keyFields: false },
        // Parts of one thing, without an id of their own: what two screens ask of them is kept together.
        ...Object.fromEntries(partsOfOne.map((name) => [name, { merge: true }])),
      },
    }),
    defaultOptions: {
      watchQuery: { errorPolicy: 'all', fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'all' },
    },
  });
