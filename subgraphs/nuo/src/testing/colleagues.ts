import type { DemoColleague } from '@werkplein/demo';
import type { Principal } from '@werkplein/kernel';
import { demoUser } from '@werkplein/kernel/testing';
import type { GraphQLObjectType } from 'graphql';
import { nuoSubgraph } from '../index.ts';
import type { Asks } from './index.ts';

/** Demo users as rows of the register. */
export const people = (...users: string[]): DemoColleague[] =>
  users.map((user) => {
    const { employeeId, displayName, organisation } = demoUser(user);
    return { id: employeeId, organisation, name: displayName, leavesOn: null };
  });

/** How an input names a demo user. */
export const refTo = (user: string): { employeeId: string; organisation: string } => {
  const { employeeId, organisation } = demoUser(user);
  return { employeeId, organisation };
};

/** Every command of the NUO. */
export const commandsOf = () => Object.values((nuoSubgraph.schema.getType('NuoCommands') as GraphQLObjectType).getFields());

let sent = 0;
const inputOf = new Map(commandsOf().map(({ name, args }) => [name, String(args[0]?.type)]));

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */
/** Sends one command of the NUO and gives its answer, or the code and paths of its refusal. */
export const command = async (nuo: Asks, user: string | Principal, name: string, input: object, show = ''): Promise<any> => {
  sent += 1;
  const type = inputOf.get(name) ?? '';
  const { data, errors } = await nuo.ask(user, `mutation ($input: ${type}) { nuo { ${name}(input: $input) { __typename ${show} } } }`, {
    input: { requestId: `request-${sent}`, ...input },
  });
  const refusal = errors?.[0];
  if (!refusal) return data.nuo[name];
  return {
    code: refusal.extensions['code'],
    paths: refusal.extensions['problems']?.map(({ path }: { path: string[] }) => path.slice(1).join('.')),
    message: refusal.message,
  };
};
