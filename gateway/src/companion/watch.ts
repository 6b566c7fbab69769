import { type Answered, answerMetrics, type Logger, type Observing, outcomeOf } from '@werkplein/kernel';
import type { GatewayContext } from '../execution/context.ts';
import { fetchMetrics } from '../observability/watch.ts';

/**
 * What the operator of a companion sees: each fetch of the router as a line, a number and a step of a trace. Operations are the router's to count, and
 * the name of one is chosen by who asks, so it stands nowhere.
 */
export const watchCompanion = (observing: Observing, log: Logger) => {
  let passing = 0;
  let asDirectory = (): number => 0;
  const answers = answerMetrics(observing.registry, () => passing + asDirectory());
  return {
    fetches: fetchMetrics(observing),
    watched: (count: () => number): void => {
      asDirectory = count;
    },
    inWork: async (work: () => Promise<void>): Promise<void> => {
      passing += 1;
      try {
        await work();
      } finally {
        passing -= 1;
      }
    },
    begin: ({ seen, traceId, callerSpanId }: GatewayContext): void => {
      seen.step = observing.tracing?.start('graphql', traceId, callerSpanId) ?? null;
    },
    /** `asked` is the subgraph, or the directory. */
    done:
      (asked: string) =>
      ({ context, ms, status, refusal, error }: Answered<GatewayContext>): void => {
        const { step = null, codes: own = [] } = context?.seen ?? {};
        const codes = refusal === null ? own : [refusal];
        answers.count(codes);
        step?.end({ 'http.response.status_code': status }, outcomeOf(status, codes) === 'failed' ? (codes[0] ?? 'INTERNAL') : undefined);
        log.info({ trace: context?.traceId, asked, ms: Math.round(ms * 10) / 10, status, ...(codes.length > 0 && { codes }) }, 'request');
        if (error !== undefined) log.error({ trace: context?.traceId, error }, 'request failed');
      },
  };
};
