import type { IncomingMessage } from 'node:http';
import { type Principal, Refused, type SignTogether, type Verify } from '@werkplein/kernel';
import { authenticate } from '../identity/authentication.ts';
import type { Rates } from '../limits/index.ts';
import { type GatewayContext, gatewayContext } from './context.ts';

/** Where a request came from, as the proxy before us says when it is trusted to. */
export const addressOf = ({ headers, socket }: IncomingMessage, header: string | undefined): string => {
  const given = header === undefined ? undefined : headers[header];
  // What stands before the last value came with the request and may be anything.
  return (typeof given === 'string' ? given.split(',').at(-1)?.trim() : undefined) ?? socket.remoteAddress ?? '';
};

const wait = (seconds: number): void => {
  if (seconds > 0) throw new Refused('RATE_LIMITED', { 'retry-after': String(seconds) });
};

/** Counts a request of somebody who is nobody yet, by the address it comes from; refuses it when there were too many. */
export const strangers =
  (rates: Rates, addressHeader: string | undefined) =>
  async (request: IncomingMessage): Promise<void> =>
    wait(await rates.anonymous(addressOf(request, addressHeader)));

/** Makes the context of each request: who asks, counted for the employee, or for the address of who is nobody or whose token is refused. */
export const whoAsks =
  (verify: Verify, sign: SignTogether, rates: Rates, addressHeader: string | undefined) =>
  async (request: IncomingMessage): Promise<GatewayContext> => {
    const stranger = strangers(rates, addressHeader);
    let principal: Principal | null;
    try {
      principal = await authenticate(verify, request);
    } catch (refusal) {
      await stranger(request);
      throw refusal;
    }
    if (principal) wait(await rates.request(principal));
    else await stranger(request);
    return gatewayContext(principal, sign, request);
  };
