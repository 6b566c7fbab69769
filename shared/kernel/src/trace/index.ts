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

/** Random bytes are made for many ids at once: a call for eight of them costs as much as one for four thousand. */
const pool = { bytes: Buffer.alloc(0), used: 0 };
const randomHex = (length: number): string => {
  if (pool.used + length > pool.bytes.length) {
    pool.bytes = randomBytes(4096);
    pool.used = 0;
  }
  pool.used += length;
  return pool.bytes.toString('hex', pool.used - length, pool.used);
};

export const newTraceId = (): string => randomHex(16);
export const newSpanId = (): string => randomHex(8);
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
