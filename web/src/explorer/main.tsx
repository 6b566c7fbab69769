import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

// For developers, outside production: everything it needs is served by the gateway, and it asks as who is signed in to the screens.
const fetcher = async (body: unknown): Promise<never> => {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as never;
};

const firstQuestion = `# Asked as who is signed in to the screens.
{
  me {
    name
    roles
  }
  employers(first: 5) {
    nodes {
      name
      status
    }
  }
}
`;

const place = document.getElementById('explorer');
if (place) {
  place.style.blockSize = '100dvh';
  // A question in the address stands ready: links of the documentation lead to one.
  const query = new URLSearchParams(location.search).get('query');
  createRoot(place).render(<GraphiQL fetcher={fetcher} defaultQuery={firstQuestion} {...(query !== null && { initialQuery: query })} />);
}
