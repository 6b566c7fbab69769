export { certificateMetric } from './certificates.ts';
export { errorCodes } from './error-codes.ts';
export { type Logger, newLogger } from './log.ts';
export { loggable } from './loggable.ts';
export { answerMetrics, outcomeOf, SECONDS, seconds } from './request-metrics.ts';
export { metricsSettings, type Observing, startObserving, tracingSettings, unobserved } from './settings.ts';
export { newTracing, type TraceStep, type Tracing } from './tracing.ts';
