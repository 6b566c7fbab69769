import { GraphQLError, GraphQLObjectType, type GraphQLScalarType, GraphQLSchema, graphqlSync, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as all from './index.ts';
import {
  BsnScalar,
  DayScalar,
  EuroCentsBalanceScalar,
  EuroCentsScalar,
  HoursPerWeekScalar,
  InstantScalar,
  KvkNumberScalar,
  MunicipalityCodeScalar,
  OinScalar,
  PercentageScalar,
  PhoneNumberScalar,
  PostcodeScalar,
  RsinScalar,
  VestigingsnummerScalar,
} from './index.ts';

/** A schema whose field `echo` answers its argument. */
const echoOf = (type: GraphQLScalarType) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { echo: { type, args: { value: { type } }, resolve: (_, { value }) => value } } }),
  });
const askLiteral = (type: GraphQLScalarType, literal: string) => graphqlSync({ schema: echoOf(type), source: `{ echo(value: ${literal}) }` });
const askVariable = (type: GraphQLScalarType, value: unknown) =>
  graphqlSync({ schema: echoOf(type), source: `query ($value: ${type.name}) { echo(value: $value) }`, variableValues: { value } });

describe('accepted values', () => {
  it.each<[GraphQLScalarType, string | number, string | number]>([
    [BsnScalar, '999990019', '*****0019'],
    [KvkNumberScalar, '09220932', '09220932'],
    [VestigingsnummerScalar, '000037178598', '000037178598'],
    [RsinScalar, '857587973', '857587973'],
    [OinScalar, '00000099000000001000', '00000099000000001000'],
    [PostcodeScalar, '7607 ab', '7607AB'],
    [PhoneNumberScalar, '0546-123456', '+31546123456'],
    [DayScalar, '2026-03-31', '2026-03-31'],
    [InstantScalar, '2026-03-31T09:00:00+02:00', '2026-03-31T07:00:00.000Z'],
    [MunicipalityCodeScalar, 'GM0141', '0141'],
    [PercentageScalar, 33.33, 33.33],
    [PercentageScalar, 50, 50],
    [EuroCentsScalar, 101021, 101021],
    [EuroCentsBalanceScalar, -101021, -101021],
    [EuroCentsScalar, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [HoursPerWeekScalar, 23.75, 23.75],
  ])('%s takes %j as literal and as variable and answers %j', (type, given, answered) => {
    for (const result of [askLiteral(type, JSON.stringify(given)), askVariable(type, given)]) expect(result).toEqual({ data: { echo: answered } });
  });
});

describe('refused values', () => {
  it.each<[GraphQLScalarType, string]>([
    [BsnScalar, '"999990018"'],
    [BsnScalar, '999990019'],
    [KvkNumberScalar, '68750110'],
    [VestigingsnummerScalar, '990000541921'],
    [RsinScalar, '857587973'],
    [OinScalar, '"00000002002220647000"'],
    [PostcodeScalar, '"7607SS"'],
    [PhoneNumberScalar, '"+3154612345"'],
    [PhoneNumberScalar, '0546123456'.slice(1)],
    [DayScalar, '"2026-02-29"'],
    [DayScalar, '20260228'],
    [InstantScalar, '"2026-05-01T10:00:00"'],
    [MunicipalityCodeScalar, '1700'],
    [PercentageScalar, '"33.33"'],
    [PercentageScalar, '100.01'],
    [EuroCentsScalar, '1010.21'],
    [EuroCentsBalanceScalar, '-0.5'],
    [EuroCentsScalar, '1e5'],
    [EuroCentsScalar, '9007199254740993'],
    [EuroCentsScalar, '"101021"'],
    [HoursPerWeekScalar, '24.1'],
    [KvkNumberScalar, 'true'],
    [KvkNumberScalar, '["68750110"]'],
    [KvkNumberScalar, '{ number: "68750110" }'],
    [KvkNumberScalar, 'X68750110'],
  ])('%s refuses literal %s without repeating it', (type, literal) => {
    const [error] = askLiteral(type, literal).errors ?? [];
    expect(error?.extensions).toEqual({ code: 'BAD_INPUT' });
    expect(error?.message).toMatch(new RegExp(`^${type.name}: Verwacht: `));
    expect(error?.message).not.toContain(literal.replaceAll('"', ''));
  });

  it.each<[GraphQLScalarType, unknown]>([
    [BsnScalar, '999990018'],
    [BsnScalar, 999990019],
    [KvkNumberScalar, 9220932],
    [PercentageScalar, '33.33'],
    [EuroCentsScalar, 0.5],
    [InstantScalar, '2026-05-01T10:00:00-00:00'],
  ])('%s refuses variable %j with a code', (type, value) => {
    expect(askVariable(type, value).errors?.[0]?.extensions).toEqual({ code: 'BAD_INPUT' });
    // graphql itself puts a variable's value before this text, which only the error formatter can take away.
    const own = (() => {
      try {
        return type.parseValue(value);
      } catch (error) {
        return error as GraphQLError;
      }
    })() as GraphQLError;
    expect(own).toBeInstanceOf(GraphQLError);
    expect(own.message).not.toContain(String(value));
    expect(own.originalError).toBeUndefined();
  });

  it('points at the literal', () => expect(askLiteral(BsnScalar, '"999990018"').errors?.[0]?.locations).toEqual([{ line: 1, column: 15 }]));
});

describe('answers', () => {
  it('masks a BSN, once', () => expect([BsnScalar.serialize('999990019'), BsnScalar.serialize('*****0019')]).toEqual(['*****0019', '*****0019']));
  it('answers a Date as UTC', () => expect(InstantScalar.serialize(new Date('2026-03-31T09:00:00+02:00'))).toBe('2026-03-31T07:00:00.000Z'));

  it.each<[GraphQLScalarType, unknown]>([
    [BsnScalar, '999990018'],
    [KvkNumberScalar, 68750110],
    [DayScalar, new Date('2026-03-31T00:00:00Z')],
    [InstantScalar, new Date(Number.NaN)],
    [EuroCentsScalar, 10.5],
  ])('%s fails on bad data as a fault of ours, without the value', (type, value) => {
    expect(() => type.serialize(value)).toThrow(`A stored value is no ${type.name}.`);
  });
});

it('describes every scalar and gives each its own name', () => {
  const scalars = Object.entries(all).flatMap(([key, value]) => (key.endsWith('Scalar') ? [value as GraphQLScalarType] : []));
  expect(new Set(scalars.map(({ name }) => name)).size).toBe(14);
  for (const { description } of scalars) expect(description?.length).toBeGreaterThan(30);
});

it('refuses a literal that stands alone', () => expect(() => KvkNumberScalar.parseLiteral(parseValue('68750110'))).toThrow(GraphQLError));
