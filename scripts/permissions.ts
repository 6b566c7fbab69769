// docs/permissions.csv and docs/permissions-fields.csv: who may do what, and which action each field of each subgraph needs.
import type { Action, Grantee } from '@werkplein/kernel';
import type { GraphQLSchema } from 'graphql';
import { kernel } from './lib.ts';

export interface Guarded {
  schema: GraphQLSchema;
  actions: ReadonlyMap<string, Action>;
}

const text = (content: string): string => `"${content.replaceAll('"', '""')}"`;
const order = (a: string, b: string): number => a.localeCompare(b, 'en');

/** The four Werkpleinen run one module: the first speaks for all, without its own name. */
const speaking = async (subgraphs: ReadonlyMap<string, Guarded>) => {
  const { municipalities } = await kernel();
  const [first, ...others] = municipalities;
  return [...subgraphs]
    .filter(([name]) => !others.some(({ field }) => field === name))
    .map(([name, part]) => ({
      ...part,
      where: name === first?.field ? 'werkplein' : name,
      named: (coordinate: string): string =>
        name === first?.field ? coordinate.replaceAll(first.name, '‹Gemeente›').replaceAll(`.${first.field}`, '.‹gemeente›') : coordinate,
    }));
};

/** `privacyofficer: A or B` for each grantee that must state one. */
const demanded = ({ purposes }: Action): string =>
  Object.entries(purposes)
    .map(([grantee, codes]) => `${grantee}: ${codes.join(' or ')}`)
    .join('; ');

/** Rows: actions with the coordinates they guard. Columns: roles. Cells: how far the grant reaches. */
export const permissionTable = async (subgraphs: ReadonlyMap<string, Guarded>): Promise<string> => {
  const { demoUsers, NUO } = await kernel();
  const parts = await speaking(subgraphs);
  const rows = new Map<string, { action: Action; where: string; guards: string[] }>();
  for (const { where, named, actions } of parts) {
    for (const [coordinate, action] of actions) {
      const row = rows.get(`${where} ${action.name}`) ?? { action, where, guards: [] };
      row.guards.push(named(coordinate));
      rows.set(`${where} ${action.name}`, row);
    }
  }
  const known = [...demoUsers.values()].flatMap(({ organisation, roles }) =>
    roles.map((role): Grantee => `${organisation === NUO ? 'nuo' : 'werkplein'}.${role}`),
  );
  // Whoever is granted anything has a column, also a role that no demo user has.
  const granted = [...rows.values()].flatMap(({ action }) => Object.keys(action.grants) as Grantee[]);
  const grantees = [...new Set([...known, ...granted.sort(order)])];
  const lines = [...rows.values()]
    .sort((a, b) => order(`${a.where} ${a.action.name}`, `${b.where} ${b.action.name}`))
    .map(({ action, where, guards }) =>
      [
        where,
        action.name,
        text(action.text),
        text(guards.sort().join(' ')),
        ...grantees.map((grantee) => action.grants[grantee] ?? ''),
        text(demanded(action)),
      ].join(','),
    );
  return `subgraph,action,what,guards,${grantees.join(',')},purposes\n${lines.join('\n')}\n`;
};

/** Rows: every field of every object type. A field without an action of its own has those of the ways that lead to it. */
export const fieldTable = async (subgraphs: ReadonlyMap<string, Guarded>): Promise<string> => {
  const { fieldRules } = await kernel();
  const lines = (await speaking(subgraphs)).flatMap(({ where, named, schema, actions }) =>
    [...fieldRules(schema, actions)].map(([field, rule]) => [where, named(field), text(rule.actions.join(' ')), rule.way].join(',')),
  );
  return `subgraph,field,actions,way\n${lines.sort(order).join('\n')}\n`;
};
