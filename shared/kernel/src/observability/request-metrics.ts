import { Counter, type Registry } from 'prom-client';
import { readGauge } from './read-gauge.ts';

const SECOND_MS = 1000;
export const seconds = (ms: number): number => ms / SECOND_MS;

/** Bounds of durations of requests: about three in each power of ten, up to what the gateway waits for figures. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** How a request ended: whole, with parts missing, refused before it was carried out, or as a fault of ours. */
export const outcomes = ['ok', 'incomplete', 'refused', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeOf = (status: number, codes: readonly string[]): Outcome => {
  if (status >= 500 || codes.includes('INTERNAL')) return 'failed';
  if (codes.length === 0) return 'ok';
  return status >= 400 ? 'refused' : 'incomplete';
};

/** What every program that answers the graph counts of its answers. */
export const answerMetrics = (registry: Registry, inWork: () => number) => {
  const errors = new Counter({
    name: 'werkplein_errors_total',
    help: 'Answers with an error of this code (docs/errors.md); one answer counts once for each code.',
    labelNames: ['code'],
    registers: [registry],
  });
  readGauge(registry, 'werkplein_requests_in_work', 'Requests to the graph that are being answered.', (own) => own.set(inWork()));
  return {
    count: (codes: readonly string[]): void => {
      for (const code of codes) errors.inc({ code });
    },
  };
};
