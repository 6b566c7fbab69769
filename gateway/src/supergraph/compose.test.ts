import { describe, expect, it } from 'vitest';
import { sdls } from '../testing/graph.ts';
import { municipalSdl } from '../testing/subgraphs.ts';
import { compose } from './compose.ts';
import { covarianceProblems } from './covariance.ts';

describe('composition', () => {
  it('composes the shape of the architecture without errors or hints', () => {
    expect(compose(sdls())).toContain('join__Graph');
  });

  it('gives the same bytes whatever the order of the subgraphs', () => {
    expect(compose(Object.fromEntries(Object.entries(sdls()).toReversed()))).toBe(compose(sdls()));
  });

  it('holds no address', () => {
    expect(compose(sdls())).not.toMatch(/https?:\/\/(127|localhost)/);
  });

  it('throws with every error', () => {
    const broken = { ...sdls(), nuo: 'type Query { a: Nothing }', almelo: 'type Query { b: Nowhere }' };
    expect(() => compose(broken)).toThrow(/do not compose[\s\S]*Nowhere[\s\S]*Nothing/);
  });

  it('throws with what the composer advises', () => {
    const described = (text: string) =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])\n"${text}" type Thing @shareable { a: Int }`;
    expect(() => compose({ one: `${described('one')} type Query { one: Thing }`, two: `${described('two')} type Query { two: Thing }` })).toThrow(
      /hint: [\s\S]*Thing/,
    );
  });
});

describe('the covariance rule', () => {
  it('finds nothing where fields return concrete types', () => {
    expect(covarianceProblems(municipalSdl('Almelo', 'almelo'))).toEqual([]);
  });

  it.each([
    ['a list of the interface', 'clients: [Client!]!', 'AlmeloWerkplein.clients returns the interface Client; let it return AlmeloClient'],
    ['the interface itself', 'client: Client', 'AlmeloWerkplein.client returns the interface Client; let it return AlmeloClient'],
  ])('names a field that returns %s', (_, field, problem) => {
    expect(covarianceProblems(`interface Client { id: ID! } type AlmeloClient implements Client { id: ID! } type AlmeloWerkplein { ${field} }`)).toEqual([
      problem,
    ]);
  });

  it('looks at extensions too', () => {
    expect(covarianceProblems('interface C { id: ID! } type A implements C { id: ID! } type B { id: ID! } extend type B { c: C }')).toHaveLength(1);
  });

  it('lets an interface field return the interface, and a field an interface without types here', () => {
    expect(covarianceProblems('interface C { next: C } type A implements C { next: A } interface Far { id: ID! } type B { far: Far }')).toEqual([]);
  });
});
