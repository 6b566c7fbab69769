import { describe, expect, it } from 'vitest';
import { judge, limitedGraph, nest, repeat } from '../testing/limits.ts';
import { aliases, MAX_ALIASES } from './aliases.ts';
import { depth } from './depth.ts';
import { rootFields } from './root-fields.ts';
import { getIntrospectionQuery } from 'graphql';
import { allLimits } from './index.ts';
import type { Limit } from './document.ts';

const bomb = (levels: number) =>
  `{ client(id: "1") { ...F0 } } ${repeat(levels, (n) => `fragment F${n} on Client { a: placements { client { ...F${n + 1} } } b: placements { client { ...F${n + 1} } } }`)} fragment F${levels} on Client { id }`;

describe('the depth', () => {
  it.each<[string, string, string | null]>([
    ['twelve levels', `{ ${nest('placements { client', 5, 'placements { id }')}${' }'.repeat(5)} }`, null],
    ['thirteen levels', `{ ${nest('placements { client', 6, 'id')}${' }'.repeat(6)} }`, 'TOO_COMPLEX'],
    [
      'thirteen levels through fragments',
      `{ ${nest('placements { client', 5, 'placements { ...P }')}${' }'.repeat(5)} } fragment P on Placement { client { id } }`,
      'TOO_COMPLEX',
    ],
    ['the introspection query of every tool', getIntrospectionQuery(), null],
  ])('%s', async (_, document, refusal) => {
    expect(await judge(depth, document)).toBe(refusal);
  });
});

describe('aliases', () => {
  it.each<[string, string, string | null]>([
    ['thirty', `{ almelo { ${repeat(MAX_ALIASES, (n) => `a${n}: municipality`)} } }`, null],
    ['thirty-one', `{ almelo { ${repeat(MAX_ALIASES + 1, (n) => `a${n}: municipality`)} } }`, 'TOO_COMPLEX'],
    [
      'thirty-one, spread over fragments',
      `{ almelo { ...A ...B } } fragment A on AlmeloWerkplein { ${repeat(16, (n) => `a${n}: municipality`)} } fragment B on AlmeloWerkplein { ${repeat(15, (n) => `b${n}: municipality`)} }`,
      'TOO_COMPLEX',
    ],
  ])('%s', async (_, document, refusal) => {
    expect(await judge(aliases, document)).toBe(refusal);
  });
});

describe('root fields', () => {
  it.each<[string, string, string | null]>([
    ['ten', `{ ${repeat(10, (n) => `a${n}: almelo { municipality }`)} }`, null],
    ['eleven', `{ ${repeat(11, (n) => `a${n}: almelo { municipality }`)} }`, 'TOO_COMPLEX'],
    ['one, written eleven times', `{ ${repeat(11, () => 'almelo { municipality }')} }`, null],
  ])('%s', async (_, document, refusal) => {
    expect(await judge(rootFields, document)).toBe(refusal);
  });
});

describe('hostile documents of safety.md §2.2', () => {
  it.each<[string, string]>([
    ['the interface cycle of 76 bytes', `{placements{client{placements{client{placements{client{id}}}}}}}`],
    ['25 turns', `{ ${nest('placements { client', 25, 'id')}${' }'.repeat(25)} }`],
    ['a fragment bomb of 2^7', bomb(7)],
    ['a fragment bomb of 2^17', bomb(17)],
    ['1,000 root aliases', `{ ${repeat(1000, (n) => `a${n}: placements { client { id } }`)} }`],
    ['800 inline fragments on abstract types', `{ client(id: "1") { ${repeat(800, (n) => `... on Client { x${n}: id }`)} } }`],
    ['a small fragment spread 200 times', `{ almelo { ${repeat(200, () => '...F')} } } fragment F on AlmeloWerkplein { ${repeat(15, () => 'municipality')} }`],
  ])('%s is refused in less than 50 ms of cpu', async (_, document) => {
    const { families } = await limitedGraph();
    const all: Limit = (opened) =>
      allLimits(() => families)
        .map((limit) => limit(opened))
        .find((refusal) => refusal !== null) ?? null;
    const spent: number[] = [];
    // The least of some times: the first also compiles, and other threads of this process are counted too.
    for (let time = 0; time < 5; time += 1) {
      const before = process.cpuUsage();
      expect(await judge(all, document)).toBe('TOO_COMPLEX');
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1000);
    }
    expect(Math.min(...spent)).toBeLessThan(document.length > 20_000 ? 500 : 50);
  });
});
