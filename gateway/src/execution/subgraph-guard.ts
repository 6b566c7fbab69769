import type { Logger } from '@werkplein/kernel';
import { BrokenCircuitError, bulkhead, BulkheadRejectedError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, wrap } from 'cockatiel';

/** Requests to one subgraph at the same time, and how many wait for their turn; who comes after these hears at once that it is unavailable. */
const AT_ONCE = 64;
const WAITING = 128;
/** After so many in a row without an answer nobody waits for it any more, but one who tries after a rest. */
const SILENCES = 5;
const REST_MS = 2000;

/** No connection, or none that lasted. A wrong or a too large answer is about one request, and says nothing of the next. */
const noConnection = /^(ECONN|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|UND_ERR_(SOCKET|CONNECT_TIMEOUT))/;

const isSilence = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || noConnection.test(String((error as { code?: unknown }).code)));

/** Refused here, without asking the subgraph: of many that say it once is enough to log. */
export const isShed = (error: unknown): boolean => error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError;

/** How near a subgraph is to its limits. */
export interface GuardState {
  inFlight: number;
  waiting: number;
  breaker: 'closed' | 'probing' | 'open';
}

export interface SubgraphGuard {
  <T>(work: () => Promise<T>): Promise<T>;
  state(): GuardState;
}

/** One subgraph that is slow or gone holds up no more than so many, and those who ask something else not at all. */
export const subgraphGuard = (name: string, log: Logger): SubgraphGuard => {
  const breaker = circuitBreaker(handleWhen(isSilence), { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(SILENCES) });
  breaker.onBreak(() => log.warn({ subgraph: name }, 'asked no more until it answers'));
  breaker.onReset(() => log.info({ subgraph: name }, 'asked again'));
  const turns = bulkhead(AT_ONCE, WAITING);
  const policy = wrap(breaker, turns);
  const breakerState = (): GuardState['breaker'] => {
    if (breaker.state === CircuitState.Closed) return 'closed';
    return breaker.state === CircuitState.HalfOpen ? 'probing' : 'open';
  };
  return Object.assign(<T>(work: () => Promise<T>): Promise<T> => policy.execute(work), {
    state: () => ({ inFlight: AT_ONCE - turns.executionSlots, waiting: WAITING - turns.queueSlots, breaker: breakerState() }),
  });
};
