import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Dialect } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from './stack.ts';

// Each question of docs/questions through the gateway: what its page says of fetches and SQL statements holds.

const stacks = new Map<Dialect, Stack>();
beforeAll(async () => {
  for (const dialect of dialects) stacks.set(dialect, await startStack(dialect, 0.02));
}, 180_000);
afterAll(async () => {
  for (const stack of stacks.values()) await stack.stop();
});

const operation = (name: string): string => readFileSync(resolve(import.meta.dirname, '../docs/questions', `${name}.graphql`), 'utf8');
const manager = { employeeId: 'demo-nuo-accountmanager', organisation: 'nuo' };
const colleague = { employeeId: 'demo-nuo-accountmanager-2', organisation: 'nuo' };
const handOver = { requestId: 'question-19', from: manager, to: colleague, onDay: '2027-01-01' };

describe.each(dialects)('the questions on %s', (dialect) => {
  it.each([
    ['q15-ending-placements-without-contact', 'nuo.accountmanager', {}, 7],
    ['q19-open-work-of-a-colleague', 'nuo.coordinator', manager, 15],
    // Their first command: 4 or 5 statements more make the coordinator known.
    ['q19-hand-over-everything', 'nuo.coordinator', { input: handOver }, dialect === 'sqlite' ? 42 : 45],
    ['q24-accounts-without-owner', 'nuo.coordinator', { first: 200 }, 4],
  ] as const)('%s takes one fetch', async (name, user, variables, statements) => {
    const answer = await (stacks.get(dialect) as Stack).ask(user, operation(name), variables);
    expect([answer.errors, answer.requests]).toEqual([undefined, { nuo: 1 }]);
    // The exact figure for a full page stands in the tests of the NUO; demo data may give less to read.
    expect(answer.statements['nuo']).toBeLessThanOrEqual(statements);
  });
});
