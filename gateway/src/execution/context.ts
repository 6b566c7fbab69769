import type { IncomingMessage } from 'node:http';
import type { Principal, Sign } from '@werkplein/kernel';

/** What one subgraph was asked in this request. */
export interface Asked {
  requests: number;
  statements: number;
}

/** What one request carries through the gateway. */
export interface GatewayContext {
  /** Null when no token was given; then the schema can be seen and nothing else. */
  principal: Principal | null;
  /** The gateway's statement to one subgraph, made once for this request. */
  statement(subgraph: string): Promise<string>;
  traceparent: string | undefined;
  asked: Map<string, Asked>;
}

const traceparentForm = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export const gatewayContext = (principal: Principal | null, sign: Sign, request: Pick<IncomingMessage, 'headers'>): GatewayContext => {
  const statements = new Map<string, Promise<string>>();
  const traceparent = request.headers['traceparent'];
  return {
    principal,
    statement: (subgraph) => {
      if (!principal) return Promise.reject(new Error('There is nobody to vouch for.'));
      const made = statements.get(subgraph) ?? sign(principal, subgraph);
      statements.set(subgraph, made);
      return made;
    },
    traceparent: typeof traceparent === 'string' && traceparentForm.test(traceparent) ? traceparent : undefined,
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
