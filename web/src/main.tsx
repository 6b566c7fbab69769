import './themes/tokens.css';
import '@amsterdam/design-system-css/dist/index.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './themes/themes.css';
import './styles.css';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { lastMe, rememberMe } from './app/last-me.ts';
import { MeDocument } from './app/me.generated.ts';
import { MeProvider } from './app/me.tsx';
import { routes } from './app/routes.tsx';
import { SignedInAgain, SignIn } from './app/sign-in.tsx';
import { Starting } from './app/starting.tsx';
import { newClient } from './graph/client.ts';
import { municipalities } from './graph/municipalities.generated.ts';
import { problemIn, UNREACHABLE } from './graph/problems.ts';
import { signedIn } from './graph/session.ts';
import { ProblemAlert } from './ui/states.tsx';

const client = newClient();
const router = createBrowserRouter(routes);
const HTTP_UNAUTHENTICATED = 401;

const App = () => {
  const { data, error, refetch } = useQuery(MeDocument, { fetchPolicy: 'network-only' });
  const [last] = useState(lastMe);
  const problem = problemIn(error, true);
  const nobody = problem?.code === 'UNAUTHENTICATED' || (error as { statusCode?: number } | undefined)?.statusCode === HTTP_UNAUTHENTICATED;
  const away = problem?.code === UNREACHABLE && !nobody;
  // Without a network the screens are those of who was here last; when there is one again the graph says who it is.
  const me = data?.me ?? (away ? last : null);
  useEffect(() => {
    const again = (): void => void (away && refetch());
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [away, refetch]);
  useEffect(() => {
    if (!me) return;
    signedIn();
    rememberMe(me);
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
  if (!error) return <Starting />;
  return nobody ? <SignIn /> : <ProblemAlert problem={problem} again={() => void refetch()} />;
};

/** Keeping every screen for later takes some hundreds of files: the first screen, which somebody waits for, goes before. */
const KEEP_AFTER_MS = 3000;
const keepScreens = (): void => void navigator.serviceWorker.register('/service-worker.js').catch((error: unknown) => console.warn(error));
// The screens from their sources change all the time: nothing of them is kept.
if (import.meta.env.PROD && 'serviceWorker' in navigator) window.addEventListener('load', () => setTimeout(keepScreens, KEEP_AFTER_MS));

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
