import '@amsterdam/design-system-tokens/dist/index.css';
import '@amsterdam/design-system-tokens/dist/compact.css';
import '@amsterdam/design-system-css/dist/index.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './themes/themes.css';
import './styles.css';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { MeDocument } from './app/me.generated.ts';
import { MeProvider } from './app/me.tsx';
import { routes } from './app/routes.tsx';
import { SignedInAgain, SignIn } from './app/sign-in.tsx';
import { newClient } from './graph/client.ts';
import { municipalities } from './graph/municipalities.generated.ts';
import { problemIn } from './graph/problems.ts';
import { signedIn } from './graph/session.ts';
import { ProblemAlert, Waiting } from './ui/states.tsx';

const client = newClient();
const router = createBrowserRouter(routes);
const HTTP_UNAUTHENTICATED = 401;

const App = () => {
  const { data, error, refetch } = useQuery(MeDocument, { fetchPolicy: 'network-only' });
  const me = data?.me ?? null;
  useEffect(() => {
    if (!me) return;
    signedIn();
    const { field } = municipalities.find(({ code }) => code === me.organisation.code) ?? { field: me.organisation.code };
    document.documentElement.dataset['theme'] = field;
  }, [me]);
  if (me) {
    return (
      <MeProvider value={me}>
        <RouterProvider router={router} />
      </MeProvider>
    );
  }
  if (!error) return <Waiting />;
  const problem = problemIn(error, true);
  const nobody = problem?.code === 'UNAUTHENTICATED' || (error as { statusCode?: number }).statusCode === HTTP_UNAUTHENTICATED;
  return nobody ? <SignIn /> : <ProblemAlert problem={problem} again={() => void refetch()} />;
};

const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      {location.pathname === '/aangemeld' ? (
        <SignedInAgain />
      ) : (
        <ApolloProvider client={client}>
          <App />
        </ApolloProvider>
      )}
    </StrictMode>,
  );
}
