import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';
import type { Database } from '@werkplein/kernel';
import type { GraphAnswer, Question } from './graph.ts';
import { type Asker, mayIn, type Rules } from './rules.ts';
import { type World, worlds } from './worlds.ts';

export interface Command {
  root: string;
  commands: string;
  name: string;
  question: Question;
}

const samples: Readonly<Record<string, unknown>> = {
  String: '~',
  ID: '~',
  Int: 0,
  Float: 0,
  Boolean: false,
  Date: '2026-11-23',
  DateTime: '2026-11-23T10:00:00Z',
  MunicipalityCode: '0141',
};

/** Something that the schema takes and no rule does. */
const nonsense = (type: GraphQLInputType): unknown => {
  if (isNonNullType(type)) return nonsense(type.ofType);
  if (isListType(type)) return [nonsense(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, nonsense(field.type)]),
    );
  if (!(type.name in samples)) throw new Error(`Commands take a ${type.name}: give a value for it in test/access/commands.ts (samples).`);
  return samples[type.name];
};

/** Every command of a schema, with nonsense that is valid by the schema. */
export const commandsOf = (schema: GraphQLSchema): Command[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((root) => {
    const commands = getNamedType(root.type);
    if (!isObjectType(commands)) return [];
    return Object.values(commands.getFields()).map(({ name, args, type }): Command => {
      const selection = 'getFields' in getNamedType(type) || 'getTypes' in getNamedType(type) ? ' { __typename }' : '';
      const declared = args.map((arg) => `$${arg.name}: ${arg.type.toString()}`).join(', ');
      const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      return {
        root: root.name,
        commands: commands.name,
        name,
        question: {
          query: `mutation${declared && ` (${declared})`} { ${root.name} { ${name}${given && `(${given})`}${selection} } }`,
          variables: Object.fromEntries(args.map((arg) => [arg.name, nonsense(arg.type)])),
        },
      };
    });
  });

/** By the committed tables. At the NUO `own` lets one give the command; what it may touch is decided by the row. */
export const mayCommand = (rules: Rules, { root, commands, name }: Command, asker: Asker): boolean => {
  // What needs several organisations the gateway carries out itself.
  const subgraph = rules.get(root) ?? rules.get('directory');
  const shared = !worlds.some(({ municipality }) => municipality.field === root);
  const within = (action: string): World[] =>
    worlds
      .filter((world) => shared || world.municipality.field === root)
      .map((world) => (shared ? { ...world, municipality: { ...world.municipality, code: asker.organisation } } : world))
      .filter((world) => mayIn(subgraph, asker, action, world));
  return [`Mutation.${root}`, `${commands}.${name}`].every((coordinate) => {
    const action = subgraph?.guards.get(coordinate);
    if (action === undefined) throw new Error(`${coordinate} stands in no row of docs/permissions.csv; run npm run generate.`);
    return within(action).length > 0;
  });
};

const harmless = new Set(['BAD_INPUT', 'BAD_USER_INPUT', 'NOT_FOUND']);

/** Whether an answer is a refusal, the reaction to nonsense, or something that should not happen. */
export const reactionOf = ({ status, errors }: GraphAnswer): 'FORBIDDEN' | 'CONSIDERED' | `ERROR ${string}` => {
  const codes = errors.map(({ extensions }) => String(extensions['code']));
  if (codes.length > 0 && codes.every((code) => code === 'FORBIDDEN')) return 'FORBIDDEN';
  const other = codes.find((code) => !harmless.has(code));
  if (other !== undefined || ![200, 400].includes(status)) return `ERROR ${status} ${other}`;
  return 'CONSIDERED';
};

/** Rows of every table of every database, without what refusals leave. */
export const rowCounts = async (databases: ReadonlyMap<string, Database>): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [name, { read }] of databases) {
    for (const { tableName } of read.em.connection.entityMetadatas.filter((each) => each.tableName !== 'access_event')) {
      const [{ n }] = await read.em.query<[{ n: number | string }]>(`SELECT COUNT(*) AS n FROM ${tableName}`);
      counts[`${name}.${tableName}`] = Number(n);
    }
  }
  return counts;
};
