import fc from 'fast-check';
import { patterns } from '../common.shapes.ts';
import type { Shape, Shapes } from '../shape.ts';
import { type MessageKind, repairedShapes } from '../validate.ts';

const examples: Record<string, fc.Arbitrary<string>> = {
  [patterns.postcode]: fc.stringMatching(/^[1-9][0-9]{3}[A-RT-Za-rt-z][A-Za-z]$/),
  [patterns.phone]: fc.constantFrom('0546123456', '+31546123456', '0031546123456', '06-12345678', '088-1234567'),
  [patterns.email]: fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.nl$/),
  [patterns.url]: fc.constantFrom('https://www.voorbeeld.example/vacatures', 'voorbeeld.example'),
  [patterns.language]: fc.stringMatching(/^[a-z]{3}$/),
  [patterns.country]: fc.stringMatching(/^[A-Z]{2}$/),
};
const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
// Any text, control characters and half surrogate pairs among them.
const texts = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.string({ maxLength: Math.min(max, 40) }) },
    fc.string({ unit: 'binary', maxLength: Math.min(max, 40) }),
    fc.constant('x'.repeat(max)),
    fc.constant(' '),
  );

const any = (shapes: Shapes, given: Shape): fc.Arbitrary<unknown> => {
  const { $ref, enum: codes, pattern, format, maxLength, minimum, maximum, items, properties, required, type } = given as Record<string, never>;
  if ($ref) return any(shapes, shapes[($ref as string).replace('#/$defs/', '')] as Shape);
  if (codes) return fc.constantFrom(...(codes as unknown[]));
  if (Array.isArray(type)) return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.stringMatching(/^[0-9]{4,5}$/));
  if (type === 'integer') return fc.integer({ min: minimum, max: maximum });
  if (pattern) return examples[pattern] as fc.Arbitrary<string>;
  if (format) return days;
  if (type === 'string') return texts(maxLength ?? 40);
  if (items) return fc.array(any(shapes, items), { maxLength: 3 });
  const fields = Object.fromEntries(Object.entries((properties ?? {}) as Shapes).map(([name, each]) => [name, any(shapes, each)]));
  return fc.record(fields, { requiredKeys: required ?? [] });
};

/** Any message that the repaired shape allows. */
export const anyMessage = <T>(kind: MessageKind): fc.Arbitrary<T> => any(repairedShapes[kind], repairedShapes[kind][kind] as Shape) as fc.Arbitrary<T>;
