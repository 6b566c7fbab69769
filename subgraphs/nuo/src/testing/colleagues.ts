import type { DemoColleague } from '@werkplein/demo';
import { demoUser } from '@werkplein/kernel/testing';
import type { GraphQLObjectType } from 'graphql';
import { nuoSubgraph } from '../index.ts';
import type { TestNuo } from './index.ts';

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

/* oxlint-disable typescript/no-explicit-any -- a test reads answers of any shape */
/** Sends one command of the NUO and gives its answer, or the code and paths of its refusal. */
export const command = async (nuo: TestNuo, user: string, name: string, input: object, show = ''): Promise<any> => {
  sent += 1;
  const type = String(commandsOf().find((field) => field.name === name)?.args[0]?.type);
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
