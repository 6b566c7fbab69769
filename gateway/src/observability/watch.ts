import { type Answered, answerMetrics, type Logger, type Observing, outcomeOf, readGauge, SECONDS, seconds, type TraceStep } from '@werkplein/kernel';
import { Counter, Histogram } from 'prom-client';
import type { GatewayContext } from '../execution/context.ts';
import type { GuardState } from '../execution/subgraph-guard.ts';
import type { Registry } from '../documents/registry.ts';

/** How one fetch from a subgraph ended: `shed` was not sent, because of the breaker or the queue; `abandoned` has nobody left who waits for it. */
export type FetchOutcome = 'answered' | 'with_errors' | 'unavailable' | 'shed' | 'abandoned';

/** What is told of one subgraph. */
export interface FetchWatch {
  ended(began: number, step: TraceStep | null, outcome: FetchOutcome): void;
  guarded(state: () => GuardState): void;
}

const OTHER = 'other';
const breakerStates = { closed: 0, probing: 1, open: 2 } as const;
const DOCUMENT_SHOWN = 12;

/** Per subgraph: requests, errors and duration, and how near it is to its limits. */
export const fetchMetrics = ({ registry }: Observing) => {
  const guards = new Map<string, () => GuardState>();
  const duration = new Histogram({
    name: 'werkplein_subgraph_request_duration_seconds',
    help: 'Duration of fetches from a subgraph, with waiting for a turn.',
    labelNames: ['subgraph'],
    buckets: SECONDS,
    registers: [registry],
  });
  const requests = new Counter({
    name: 'werkplein_subgraph_requests_total',
    help: 'Fetches from a subgraph by how they ended: answered, with_errors, unavailable, shed (not sent) or abandoned (the caller left).',
    labelNames: ['subgraph', 'outcome'],
    registers: [registry],
  });
  const gauge = (name: string, help: string, of: (state: GuardState) => number): void => {
    readGauge(
      registry,
      `werkplein_subgraph_${name}`,
      help,
      (own) => {
        for (const [subgraph, state] of guards) own.set({ subgraph }, of(state()));
      },
      ['subgraph'],
    );
  };
  gauge('in_flight', 'Fetches that a subgraph is working on.', ({ inFlight }) => inFlight);
  gauge('waiting', 'Fetches that wait for their turn; above 128 they are shed.', ({ waiting }) => waiting);
  gauge('breaker_state', 'Whether a subgraph is asked: 0 yes, 1 one request tries, 2 no.', ({ breaker }) => breakerStates[breaker]);
  return (subgraph: string): FetchWatch => ({
    ended: (began, step, outcome) => {
      duration.observe({ subgraph }, seconds(performance.now() - began));
      requests.inc({ subgraph, outcome });
      step?.end({ 'werkplein.outcome': outcome }, outcome === 'unavailable' || outcome === 'shed' ? outcome : undefined);
    },
    guarded: (state) => void guards.set(subgraph, state),
  });
};

/**
 * What the operator of a gateway sees: each request as a line, a number and a step of a trace. An operation has its name when it is a trusted document:
 * another name is chosen by who asks, could be a person's, and could be another each time.
 */
export const watchGateway = (observing: Observing, documents: Registry, log: Logger) => {
  const { registry, tracing } = observing;
  let inWork = (): number => 0;
  const answers = answerMetrics(registry, () => inWork());
  const duration = new Histogram({
    name: 'werkplein_operation_duration_seconds',
    help: 'Duration of operations, by the name of the trusted document.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers: [registry],
  });
  const counted = new Counter({
    name: 'werkplein_operations_total',
    help: 'Operations by how they ended: ok, incomplete (parts are missing or refused), refused as a whole, or failed by a fault of ours.',
    labelNames: ['operation', 'outcome'],
    registers: [registry],
  });
  const plans = new Counter({
    name: 'werkplein_plan_lookups_total',
    help: 'Operations whose compiled plan was at hand (hit) or had to be made (miss).',
    labelNames: ['result'],
    registers: [registry],
  });
  return {
    subgraph: fetchMetrics(observing),
    planned: (atHand: boolean): void => plans.inc({ result: atHand ? 'hit' : 'miss' }),
    watched: (count: () => number): void => {
      inWork = count;
    },
    begin: (context: GatewayContext): void => {
      context.seen.step = tracing?.start('graphql', context.traceId, context.callerSpanId) ?? null;
    },
    /** `hash` is the SHA-256 of the document, in hex. */
    answered: ({ seen }: GatewayContext, codes: readonly string[], hash: string | undefined): void => {
      seen.codes = codes;
      const trusted = documents.get(`sha256:${hash}`);
      if (trusted) seen.operation = trusted.name;
      else seen.document = hash?.slice(0, DOCUMENT_SHOWN);
    },
    done: ({ context, ms, status, refusal, error }: Answered<GatewayContext>): void => {
      const { step = null, operation = OTHER, document, codes: own = [] } = context?.seen ?? {};
      const codes = refusal === null ? own : [refusal];
      const outcome = outcomeOf(status, codes);
      duration.observe({ operation }, seconds(ms));
      counted.inc({ operation, outcome });
      answers.count(codes);
      step?.end({ 'graphql.operation.name': operation, 'http.response.status_code': status }, outcome === 'failed' ? (codes[0] ?? 'INTERNAL') : undefined);
      log.info(
        {
          trace: context?.traceId,
          operation,
          ms: Math.round(ms * 10) / 10,
          status,
          ...(document !== undefined && { document }),
          ...(codes.length > 0 && { codes }),
        },
        'request',
      );
      if (error !== undefined) log.error({ trace: context?.traceId, error }, 'request failed');
    },
  };
};

export type GatewayWatch = ReturnType<typeof watchGateway>;
