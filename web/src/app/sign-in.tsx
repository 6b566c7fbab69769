import { Alert, Heading, Paragraph } from '@amsterdam/design-system-react';
import { useEffect, useState } from 'react';
import { signInAddress, tellSignedIn } from '../graph/session.ts';
import { texts } from '../texts.ts';
import { Sign } from './sign.tsx';

const { session } = texts;
const FAILED = '/aanmelden';

/** Where somebody who is not signed in arrives, whatever address they asked for; they come back to it. */
export const SignIn = () => {
  const [providers, setProviders] = useState<readonly string[]>([]);
  const failed = location.pathname === FAILED;
  const path = failed ? '/' : location.pathname + location.search + location.hash;
  useEffect(() => {
    document.title = `${session.heading} · ${texts.product}`;
    void fetch('/sessie/keuze')
      .then((answer) => answer.json() as Promise<{ providers: string[] }>)
      .then(({ providers: given }) => setProviders(given))
      .catch(() => undefined);
  }, []);
  return (
    <main className="sign-in">
      <Sign size={64} />
      <Heading level={1}>{texts.product}</Heading>
      {failed && (
        <Alert headingLevel={2} heading={texts.problem.heading} severity="error" role="alert">
          <Paragraph>{session.failed}</Paragraph>
        </Alert>
      )}
      <Paragraph>{session.intro}</Paragraph>
      {providers.map((name, index) => (
        <a key={name} className="ams-button ams-button--primary" href={signInAddress(path, index)}>
          {providers.length > 1 ? session.signInWith(name) : session.signIn}
        </a>
      ))}
    </main>
  );
};

/** In the window that was opened for signing in again. */
export const SignedInAgain = () => {
  useEffect(() => {
    tellSignedIn();
    window.close();
  }, []);
  return (
    <main className="sign-in">
      <Heading level={1}>{texts.product}</Heading>
      <Paragraph>{session.done}</Paragraph>
    </main>
  );
};
