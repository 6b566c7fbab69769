import { type Attributes, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace, TraceFlags, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { newSpanId } from '../trace/index.ts';

export type { Attributes } from '@opentelemetry/api';

const kinds = { asked: SpanKind.SERVER, asks: SpanKind.CLIENT } as const;
type Kind = keyof typeof kinds;

/** A step of a trace that is kept; `end` it once. */
export interface TraceStep {
  /** W3C span id. */
  readonly id: string;
  child(name: string, kind: Kind, attributes?: Attributes): TraceStep;
  /** With a `problem`, a code and never a text, it has failed. */
  end(attributes?: Attributes, problem?: string): void;
}

export interface Tracing {
  /** The first step of this process in the trace `traceId`, under `parentId` of another process when there is one. Null when this trace is not kept. */
  start(name: string, traceId: string, parentId: string | null): TraceStep | null;
  /** Sends what was not sent yet. */
  stop(): Promise<void>;
}

const stepOf = (tracer: Tracer, span: Span): TraceStep => ({
  id: span.spanContext().spanId,
  child: (name, kind, attributes) =>
    stepOf(tracer, tracer.startSpan(name, { kind: kinds[kind], ...(attributes && { attributes }) }, trace.setSpan(ROOT_CONTEXT, span))),
  end: (attributes, problem) => {
    if (attributes) span.setAttributes(attributes);
    if (problem !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: problem });
    span.end();
  },
});

export interface TracingOptions {
  /** `service.name` in the traces. */
  service: string;
  /** Whole address that takes OTLP over HTTP in JSON: `…/v1/traces`. */
  url: string;
  /** Share of the traces that is kept, 0 to 1. */
  ratio: number;
}

/**
 * Spans for operators, by OpenTelemetry. Which traces are kept follows from their id, so that every process keeps the same ones:
 * the sampled flag of `traceparent` is set always, for the processing log. Nothing is put in the place of other code, and nothing is global.
 */
export const newTracing = ({ service, url, ratio }: TracingOptions): Tracing => {
  let rootId = '';
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new TraceIdRatioBasedSampler(ratio),
    idGenerator: { generateTraceId: () => rootId, generateSpanId: newSpanId },
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const tracer = provider.getTracer('werkplein-graph');
  return {
    start: (name, traceId, parentId) => {
      rootId = traceId;
      const parent =
        parentId === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId: parentId, isRemote: true, traceFlags: TraceFlags.SAMPLED });
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER }, parent);
      return span.isRecording() ? stepOf(tracer, span) : null;
    },
    stop: () => provider.shutdown(),
  };
};
