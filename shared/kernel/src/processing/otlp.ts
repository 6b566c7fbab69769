import type { AccessEvent } from './access-event.entity.ts';
import type { ProcessingLogLine, ProcessingStatus } from './processing-log.entity.ts';

// OTLP/HTTP in JSON, written out: the encoders of OpenTelemetry take spans of its SDK, made while something runs, and bring five packages.

interface Attribute {
  key: string;
  value: { stringValue: string };
}

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status: { code: number };
  attributes: Attribute[];
}

const KIND = { internal: 1, server: 2 } as const;
const statusCode: Record<ProcessingStatus, number> = { Unset: 0, Ok: 1, Error: 2 };

const nanos = (at: Date): string => `${at.getTime()}000000`;
const attributes = (values: Record<string, string | null>): Attribute[] =>
  Object.entries(values).flatMap(([key, stringValue]) => (stringValue === null ? [] : [{ key, value: { stringValue } }]));

/** One line of the Logboek Dataverwerkingen: one data subject. */
export const lineSpan = (line: ProcessingLogLine): OtlpSpan => ({
  traceId: line.traceId,
  spanId: line.spanId,
  ...(line.parentSpanId !== null && { parentSpanId: line.parentSpanId }),
  name: line.name,
  kind: KIND.internal,
  startTimeUnixNano: nanos(line.startTime),
  endTimeUnixNano: nanos(line.endTime),
  status: { code: statusCode[line.status] },
  attributes: attributes({
    'dpl.core.processing_activity_id': line.processingActivityId,
    'dpl.core.data_subject_id': line.dataSubjectId,
    'dpl.core.data_subject_id_type': line.dataSubjectIdType,
    'dpl.core.foreign_operation.processor': line.foreignOperationProcessor,
  }),
});

/** The request under which its lines hang. Who asked stays in the audit: the standard allows no employee here. */
export const requestSpan = ({ traceId, spanId, parentSpanId, operation, at }: AccessEvent, caller: string): OtlpSpan => ({
  traceId,
  spanId,
  parentSpanId,
  name: operation,
  kind: KIND.server,
  startTimeUnixNano: nanos(at),
  endTimeUnixNano: nanos(at),
  status: { code: statusCode.Ok },
  attributes: attributes({ 'dpl.core.foreign_operation.processor': caller }),
});

export const otlpRequest = (service: string, spans: OtlpSpan[]): string =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: attributes({ 'service.name': service }) },
        scopeSpans: [{ scope: { name: 'werkplein-graph.processing-log' }, spans }],
      },
    ],
  });
