import { Counter, Histogram } from 'prom-client';
import type { Clock } from '../clock/index.ts';
import { databaseMetrics } from '../observability/database-metrics.ts';
import type { Logger } from '../observability/log.ts';
import { answerMetrics, outcomeOf, SECONDS, seconds } from '../observability/request-metrics.ts';
import type { Observing } from '../observability/settings.ts';
import type { TraceStep } from '../observability/tracing.ts';
import type { Database } from '../persistence/database.ts';
import type { RequestContext } from './context.ts';
import type { Answered } from './http.ts';

/** What one request of the gateway leaves for the operator of a subgraph, beside its own context. */
interface Seen {
  step: TraceStep | null;
  codes: readonly string[];
  statements: number;
}

/** What the operator of a subgraph sees: its requests as lines, numbers and steps of a trace, and its database. */
export const watchSubgraph = ({ registry, tracing }: Observing, db: Database, clock: Clock, log: Logger) => {
  let inWork = (): number => 0;
  const answers = answerMetrics(registry, () => inWork());
  databaseMetrics(registry, db, clock);
  const duration = new Histogram({
    name: 'werkplein_served_duration_seconds',
    help: 'Duration of requests of the gateway to this subgraph, by how they ended.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  const statements = new Counter({ name: 'werkplein_sql_statements_total', help: 'SQL statements of these requests.', registers: [registry] });
  const commands = new Counter({
    name: 'werkplein_commands_total',
    help: 'Commands that were carried out, by the type of their answer: a contact that somebody else holds is a ContactConflict.',
    labelNames: ['command', 'answer'],
    registers: [registry],
  });
  const logWrites = new Histogram({
    name: 'werkplein_processing_log_write_seconds',
    help: 'How long an answer waited for its lines in the processing log.',
    buckets: SECONDS,
    registers: [registry],
  });
  const logFailures = new Counter({
    name: 'werkplein_processing_log_failures_total',
    help: 'Answers whose lines in the processing log could not be written.',
    registers: [registry],
  });
  const requests = new WeakMap<RequestContext, Seen>();
  const seen = (ctx: RequestContext): Seen => requests.get(ctx) ?? { step: null, codes: [], statements: 0 };
  return {
    watched: (count: () => number): void => {
      inWork = count;
    },
    /** Before anything of the request is done. */
    begin: (ctx: RequestContext): void => {
      const { traceId, parentSpanId } = ctx.trace;
      requests.set(ctx, { step: tracing?.start('graphql', traceId, parentSpanId) ?? null, codes: [], statements: 0 });
    },
    stepOf: (ctx: RequestContext): TraceStep | null => seen(ctx).step,
    /** The codes of its errors. */
    codes: (ctx: RequestContext, codes: readonly string[]): void => void (seen(ctx).codes = codes),
    statements: (ctx: RequestContext, count: number): void => void (seen(ctx).statements = count),
    answered: (command: string, answer: string): void => commands.inc({ command, answer }),
    logged: (ms: number, failed: boolean): void => {
      logWrites.observe(seconds(ms));
      if (failed) logFailures.inc();
    },
    done: ({ context, ms, status, refusal, error }: Answered<RequestContext>): void => {
      const own = context ? seen(context) : null;
      const codes = refusal === null ? (own?.codes ?? []) : [refusal];
      const outcome = outcomeOf(status, codes);
      duration.observe({ outcome }, seconds(ms));
      answers.count(codes);
      if (own) statements.inc(own.statements);
      own?.step?.end(
        { 'http.response.status_code': status, 'werkplein.statements': own.statements },
        outcome === 'failed' ? (codes[0] ?? 'INTERNAL') : undefined,
      );
      // Which operation it is, says the gateway under the same trace: it knows whether the name is one of ours.
      const facts = { trace: context?.trace.traceId, ms: Math.round(ms * 10) / 10, status, statements: own?.statements };
      log.info(codes.length > 0 ? { ...facts, codes } : facts, 'request');
      if (error !== undefined) log.error({ trace: context?.trace.traceId, error }, 'request failed');
    },
  };
};
