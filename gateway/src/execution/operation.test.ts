import { expect, it } from 'vitest';
import { operationOf } from './operation.ts';

it('names an operation, or its document when the name is absent, long or holds a number', () => {
  expect(operationOf('Employers2', '{ a }')).toBe('Employers2');
  for (const name of [undefined, null, '', 'x'.repeat(81), 'client_999990019']) expect(operationOf(name, '{ a }')).toMatch(/^[\da-f]{32}$/);
  expect(operationOf(null, '{ a }')).not.toBe(operationOf(null, '{ b }'));
});
