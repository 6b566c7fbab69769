import { expect, it } from 'vitest';
import { judge } from '../testing/limits.ts';
import { oneCommand } from './one-command.ts';

it.each<[string, string, string | null]>([
  ['one command', 'mutation { almelo { register(name: "a") { id name } } }', null],
  ['the same command written twice, which GraphQL merges', 'mutation { almelo { end } almelo { end } }', null],
  ['a command and __typename', 'mutation { almelo { __typename end } __typename }', null],
  ['two commands of one group', 'mutation { almelo { end register(name: "a") { id } } }', 'ONE_COMMAND'],
  ['two commands of two groups', 'mutation { almelo { end } nuo { plan } }', 'ONE_COMMAND'],
  ['one command under two aliases', 'mutation { almelo { a: end b: end } }', 'ONE_COMMAND'],
  ['a group under two aliases', 'mutation { a: almelo { end } b: almelo { end } }', 'ONE_COMMAND'],
  ['a second command in a fragment', 'mutation { almelo { end ...More } } fragment More on AlmeloCommands { register(name: "a") { id } }', 'ONE_COMMAND'],
  ['a second command in an inline fragment at the root', 'mutation { almelo { end } ... on Mutation { nuo { plan } } }', 'ONE_COMMAND'],
  ['a second command that may be skipped', 'mutation ($no: Boolean!) { almelo { end register(name: "a") @skip(if: $no) { id } } }', 'ONE_COMMAND'],
  ['a query of many fields', '{ almelo { municipality clients { __typename } } }', null],
])('%s', async (_, document, refusal) => {
  expect(await judge(oneCommand, document)).toBe(refusal);
});
