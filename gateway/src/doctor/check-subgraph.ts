import {
  checkClock,
  checkVersion,
  type Finding,
  newTrace,
  type Principal,
  type SignTogether,
  STATEMENT_HEADER,
  type Tls,
  well,
  wrong,
} from '@werkplein/kernel';
import { Agent, request } from 'undici';

const WITHIN_MS = 5000;
const QUESTION = JSON.stringify({ query: '{ __typename }' });

/** Asks for nothing that is of anybody. */
const doctor: Principal = { employeeId: 'doctor', displayName: 'Doctor', organisation: 'nuo', roles: ['functioneelbeheerder'] };

/** Looks from the gateway at one subgraph: whether it answers, takes our signature, is of our version and has our time. */
export const checkSubgraph = async (name: string, url: string, tls: Tls | undefined, sign: SignTogether): Promise<Finding[]> => {
  const dispatcher = new Agent({ connect: { ...tls, minVersion: 'TLSv1.2', timeout: WITHIN_MS }, headersTimeout: WITHIN_MS, bodyTimeout: WITHIN_MS });
  try {
    const before = new Date();
    const health = await request(new URL('/health/version', url), { dispatcher });
    const said = new Date(String(health.headers['date']));
    // The header has whole seconds.
    const clock = checkClock(name, said, new Date(before.getTime() - 1000), new Date());
    const { version } = JSON.parse(await health.body.text()) as { version?: string };
    const asked = await request(url, {
      method: 'POST',
      dispatcher,
      headers: {
        'content-type': 'application/json',
        [STATEMENT_HEADER]: await sign(doctor, name, { trace: newTrace(), operation: 'Doctor', purpose: null }, QUESTION),
      },
      body: QUESTION,
    });
    await asked.body.dump();
    const key =
      asked.statusCode === 200
        ? well(name, 'neemt onze handtekening aan')
        : wrong(
            name,
            `weigert onze handtekening (${asked.statusCode})`,
            'Geef die organisatie de publieke sleutel van deze gateway (GATEWAY_PUBLIC_KEY), en zet de klokken gelijk.',
          );
    return [checkVersion(name, version), clock, key];
  } catch (error) {
    const { code = 'geen antwoord' } = error as { code?: string };
    return [
      wrong(
        name,
        `niet bereikbaar (${code})`,
        `Kloppen het adres (${name.toUpperCase()}_URL), de netwerkregels en de certificaten? Zie ops/runbooks/SubgraphUnreachable.md.`,
      ),
    ];
  } finally {
    await dispatcher.close();
  }
};
