import { DEMO_SCRIPT_CLIENT, demoIssuer, demoUsers } from '@werkplein/kernel';
import { DEMO_GRANT } from './provider.ts';
import { startIdentity } from './server.ts';

const ask = async (url: string, user: string): Promise<string> => {
  const response = await fetch(`${url}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_SCRIPT_CLIENT, demo_user: user }),
  });
  const answer = (await response.json()) as { access_token?: string; error_description?: string };
  if (answer.access_token === undefined) throw new Error(`No token for ${user}: ${answer.error_description ?? response.status}`);
  return answer.access_token;
};

/** An access token for a demo user, good for a working day: from the provider that runs on `port`, or else from one in this process with the same keys. */
export const demoToken = async (user: string, { port, keysDir }: { port: number; keysDir: string }): Promise<string> => {
  if (!demoUsers.has(user)) throw new Error(`There is no demo user ${user}. There are: ${[...demoUsers.keys()].join(', ')}.`);
  const { issuer } = demoIssuer(port);
  const runs = await fetch(`${issuer}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (runs) return ask(issuer, user);
  const own = await startIdentity({ port: 0, issuer, keysDir, redirectUris: [] });
  try {
    return await ask(own.url, user);
  } finally {
    await own.stop();
  }
};
