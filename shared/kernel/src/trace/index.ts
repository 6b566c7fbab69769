import { randomBytes } from 'node:crypto';

/** A place in a W3C trace: what is done belongs to `traceId`, by the step `spanId`. */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
}

/** The step that one request to a subgraph is; its parent is the fetch of the gateway. */
export interface RequestTrace extends Trace {
  readonly parentSpanId: string;
}

/** Version ff and ids of zeros only are invalid by the standard. */
const form = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

export const newTraceId = (): string => randomBytes(16).toString('hex');
export const newSpanId = (): string => randomBytes(8).toString('hex');
export const newTrace = (): Trace => ({ traceId: newTraceId(), spanId: newSpanId() });

/** The trace of a `traceparent` header, or null when it is not a valid one. */
export const readTraceparent = (text: unknown): Trace | null => {
  const [, traceId, spanId] = (typeof text === 'string' && form.exec(text)) || [];
  return traceId === undefined || spanId === undefined ? null : { traceId, spanId };
};

/** Always marked as sampled: the processing log leaves nothing out. */
export const traceparentOf = ({ traceId, spanId }: Trace): string => `00-${traceId}-${spanId}-01`;

/** A step of this process within the caller's trace. */
export const childOf = ({ traceId, spanId }: Trace): RequestTrace => ({ traceId, spanId: newSpanId(), parentSpanId: spanId });
