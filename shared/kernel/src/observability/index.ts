export { certificateMetric } from './certificates.ts';
export { codesOf, errorCodes } from './error-codes.ts';
export { type Logger, logLevel, newLogger } from './log.ts';
export { loggable } from './loggable.ts';
export { readGauge } from './read-gauge.ts';
export { answerMetrics, outcomeOf, SECONDS, seconds } from './request-metrics.ts';
export { metricsSettings, type Observing, type RunningObserving, startObserving, tracingSettings, unobserved } from './settings.ts';
export type { TraceStep, Tracing } from './tracing.ts';
