import { describe, expect, it } from 'vitest';
import { childOf, newTrace, readTraceparent, traceparentOf } from './index.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

describe('a traceparent', () => {
  it('comes back as it was written, and every new one differs', () => {
    const trace = newTrace();
    expect(readTraceparent(traceparentOf(trace))).toEqual(trace);
    expect(newTrace()).not.toEqual(trace);
  });

  it.each([
    ['another flag', `00-${traceId}-${spanId}-00`, { traceId, spanId }],
    ['a later version', `01-${traceId}-${spanId}-01`, { traceId, spanId }],
    ['version ff', `ff-${traceId}-${spanId}-01`, null],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${spanId}-01`, null],
    ['a span id of zeros', `00-${traceId}-${'0'.repeat(16)}-01`, null],
    ['capitals', `00-${traceId.toUpperCase()}-${spanId}-01`, null],
    ['more behind it', `00-${traceId}-${spanId}-01-x`, null],
    ['noise', 'x; drop', null],
    ['nothing', undefined, null],
  ])('with %s', (_, text, expected) => {
    expect(readTraceparent(text)).toEqual(expected);
  });

  it('has children with a span of their own in the same trace', () => {
    const child = childOf({ traceId, spanId });
    expect(child).toMatchObject({ traceId, parentSpanId: spanId });
    expect(child.spanId).not.toBe(spanId);
  });
});
