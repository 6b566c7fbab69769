import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isNonNullType, isObjectType, lexicographicSortSchema, parse } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { actionOf, openDoors } from '../access/closed-by-default.ts';
import { type Action, authorise } from '../access/index.ts';
import { askedIds, isId, isRefusal } from './refusals.ts';
import type { RequestContext } from './context.ts';
import { warnOfBsnInText } from './warnings.ts';

/** How this subgraph answers for an entity that another subgraph names: guarded like a root field, read in batches. */
export interface Reference {
  action: Action;
  /** Name of the key field. */
  key: string;
  /** `given`: the whole representation, with what a field of this entity `@requires`. Never a ground to allow anything: the caller may have made it. */
  load(ctx: RequestContext, key: string, given: Readonly<Record<string, unknown>>): Promise<object | null>;
}

export interface SubgraphParts {
  resolvers: NonEmptyArray<Function>;
  orphanedTypes?: Function[];
  references: Record<string, Reference>;
  /** Runs before each command that the caller may give: not before one that is refused to them. */
  beforeCommand?(ctx: RequestContext): Promise<void>;
}

export interface Subgraph {
  schema: GraphQLSchema;
  sdl: string;
  /** Every guarded coordinate (`Type.field`, or `Type` for a reference) with its action. */
  actions: ReadonlyMap<string, Action>;
}

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';
const federationDirectives = ['@key', '@shareable', '@interfaceObject', '@external', '@requires', '@provides', '@inaccessible', '@tag', '@override'];

const linkHeader = (sdl: string): string => {
  const used = federationDirectives.filter((directive) => new RegExp(`${directive}\\b`).test(sdl));
  return `extend schema @link(url: "${FEDERATION}", import: [${used.map((name) => `"${name}"`).join(', ')}])\n\n`;
};

/** A denied field is null and the rest of the answer stands: so what is guarded may be null, whatever its class says. */
const letBeNull = (field: GraphQLField<unknown, unknown> | undefined): void => {
  if (field && isNonNullType(field.type)) field.type = field.type.ofType;
};

const guardFields = (schema: GraphQLSchema, beforeCommand: SubgraphParts['beforeCommand']): Map<string, Action> => {
  const actions = new Map<string, Action>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    const isCommand = type.name.endsWith('Commands');
    for (const field of Object.values(type.getFields())) {
      const wanted = actionOf(field.extensions);
      if (!wanted) continue;
      actions.set(`${type.name}.${field.name}`, wanted);
      for (const each of [type, ...type.getInterfaces()]) letBeNull(each.getFields()[field.name]);
      const resolve = field.resolve ?? defaultFieldResolver;
      // async: a refusal nulls this field only, never its siblings.
      field.resolve = async (source, args, ctx: RequestContext, info) => {
        try {
          authorise(ctx.principal, wanted, ctx.home, ctx.purpose);
          if (isCommand) await beforeCommand?.(ctx);
          return await resolve(source, args, ctx, info);
        } catch (error) {
          if (isRefusal(error)) ctx.denied(wanted.name, `${type.name}.${field.name}`, askedIds(source, info));
          throw error;
        }
      };
    }
  }
  return actions;
};

const referenceResolvers = (references: Record<string, Reference>) =>
  Object.entries(references).map(([typename, { action: wanted, key, load }]) => {
    const __resolveReference = async (representation: Record<string, unknown>, ctx: RequestContext) => {
      const value = representation[key];
      try {
        authorise(ctx.principal, wanted, ctx.home, ctx.purpose);
      } catch (error) {
        ctx.denied(wanted.name, typename, isId(value) ? [value] : []);
        throw error;
      }
      const row = typeof value === 'string' ? await load(ctx, value, representation) : null;
      // A fresh object: @apollo/subgraph writes __typename on what it gets.
      return row === null ? null : Object.assign(Object.create(Object.getPrototypeOf(row) as object) as object, row);
    };
    return [typename, __resolveReference] as const;
  });

/** type-graphql classes → the executable subgraph and its SDL (sorted, so that equal classes give equal bytes). */
export const buildSubgraph = (parts: SubgraphParts): Subgraph => {
  const options: BuildSchemaOptions = {
    resolvers: parts.resolvers,
    skipCheck: true,
    validate: false,
    ...(parts.orphanedTypes && { orphanedTypes: parts.orphanedTypes }),
  };
  const built = buildSchemaSync(options);
  warnOfBsnInText(built);
  const open = openDoors(built, new Set(Object.keys(parts.references)), parts.resolvers);
  if (open.length > 0) throw new Error(`Closed by default:\n${open.map((each) => `  ${each}`).join('\n')}`);
  const actions = guardFields(built, parts.beforeCommand);
  const body = printSchemaWithDirectives(lexicographicSortSchema(built));
  const sdl = `${linkHeader(body)}${body}\n`;
  const resolvers = createResolversMap(built) as Record<string, Record<string, unknown>>;
  for (const [typename, resolveReference] of referenceResolvers(parts.references)) {
    resolvers[typename] = { ...resolvers[typename], __resolveReference: resolveReference };
    actions.set(typename, (parts.references[typename] as Reference).action);
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl, actions };
};
