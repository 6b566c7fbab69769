import type { IncomingMessage } from 'node:http';
import { type Asking, newTraceId, type Principal, type PurposeCode, readTraceparent, type SignTogether, type TraceStep } from '@werkplein/kernel';
import { type Gone, goneWith } from './gone.ts';
import { statedPurpose } from '../identity/purpose.ts';

/** What one subgraph was asked in this request. */
export interface Asked {
  requests: number;
  statements: number;
}

/** What the operator is told of one request. */
export interface Seen {
  /** Null when its trace is not kept. */
  step: TraceStep | null;
  /** Name of a trusted document. */
  operation?: string;
  /** Of another document: the begin of its hash. */
  document?: string | undefined;
  codes?: readonly string[];
}

/** What one request carries through the gateway. */
export interface GatewayContext {
  /** Null when no token was given; then the schema can be seen and nothing else. */
  principal: Principal | null;
  /** The gateway's statement to one subgraph, for one send of one body. */
  statement(subgraph: string, asking: Asking, body: string): string | Promise<string>;
  /** Only planned, to have the plan at hand: nothing is asked of a subgraph. */
  planning: boolean;
  /** Told when the connection of the caller is closed. */
  gone: Gone;
  /** What the caller says it is for, or null; throws when that is no purpose. Admission asks first. */
  purpose(): PurposeCode | null;
  /** The caller's trace when it has one. */
  traceId: string;
  /** The caller's step, of which this request is a part. */
  callerSpanId: string | null;
  seen: Seen;
  asked: Map<string, Asked>;
}

export const gatewayContext = (
  principal: Principal | null,
  sign: SignTogether,
  request: Pick<IncomingMessage, 'headers' | 'headersDistinct' | 'socket'>,
): GatewayContext => {
  const trace = readTraceparent(request.headers['traceparent']);
  return {
    principal,
    planning: false,
    statement: (subgraph, asking, body) => {
      if (!principal) throw new Error('There is nobody to vouch for.');
      return sign(principal, subgraph, asking, body);
    },
    gone: goneWith(request.socket),
    purpose: () => statedPurpose(principal, request),
    traceId: trace?.traceId ?? newTraceId(),
    callerSpanId: trace?.spanId ?? null,
    seen: { step: null },
    asked: new Map(),
  };
};

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
