import type { IncomingMessage } from 'node:http';
import { type Asking, newTraceId, type Principal, type PurposeCode, readTraceparent, type Sign } from '@werkplein/kernel';
import { goneWith } from './gone.ts';
import { statedPurpose } from '../identity/purpose.ts';

/** What one subgraph was asked in this request. */
export interface Asked {
  requests: number;
  statements: number;
}

/** What one request carries through the gateway. */
export interface GatewayContext {
  /** Null when no token was given; then the schema can be seen and nothing else. */
  principal: Principal | null;
  /** The gateway's statement to one subgraph, for one send of one body. */
  statement(subgraph: string, asking: Asking, body: string): string;
  /** Only planned, to have the plan at hand: nothing is asked of a subgraph. */
  planning: boolean;
  /** Aborted when the connection of the caller is closed. */
  gone: AbortSignal;
  /** What the caller says it is for, or null; throws when that is no purpose. Admission asks first. */
  purpose(): PurposeCode | null;
  /** The caller's trace when it has one. */
  traceId: string;
  asked: Map<string, Asked>;
}

export const gatewayContext = (
  principal: Principal | null,
  sign: Sign,
  request: Pick<IncomingMessage, 'headers' | 'headersDistinct' | 'socket'>,
): GatewayContext => ({
  principal,
  planning: false,
  statement: (subgraph, asking, body) => {
    if (!principal) throw new Error('There is nobody to vouch for.');
    return sign(principal, subgraph, asking, body);
  },
  gone: goneWith(request.socket),
  purpose: () => statedPurpose(principal, request),
  traceId: readTraceparent(request.headers['traceparent'])?.traceId ?? newTraceId(),
  asked: new Map(),
});

export const recordRequest = ({ asked }: GatewayContext, subgraph: string): Asked => {
  const record = asked.get(subgraph) ?? { requests: 0, statements: 0 };
  record.requests += 1;
  asked.set(subgraph, record);
  return record;
};

/** `x-subgraph-requests: nuo=1, almelo=1` and `x-sql-statements: nuo=7, almelo=3`: what an answer cost, for development and budgets. */
export const costHeaders = ({ asked }: GatewayContext): Record<string, string> => {
  const list = (count: keyof Asked): string => [...asked].map(([name, record]) => `${name}=${record[count]}`).join(', ');
  return asked.size === 0 ? {} : { 'x-subgraph-requests': list('requests'), 'x-sql-statements': list('statements') };
};
