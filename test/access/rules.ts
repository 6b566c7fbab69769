import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Grantee, type Municipality, municipalities, NUO, type Principal, type Scope } from '@werkplein/kernel';
import type { World } from './worlds.ts';

// What the committed tables say. Nothing here asks the running code.

const root = resolve(import.meta.dirname, '../..');

const readCsv = (file: string): Record<string, string>[] => {
  const [head = [], ...rows] = readFileSync(join(root, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
};

type Grants = Map<string, Partial<Record<Grantee, Scope>>>;

/** One subgraph as the tables describe it; the four Werkpleinen share their rows. */
export interface SubgraphRules {
  grants: Grants;
  /** Coordinate (`Type.field`, or `Type` for a reference) → the action that guards it. */
  guards: Map<string, string>;
  /** `Type.field` → the actions of which one must be allowed. */
  fields: Map<string, string[]>;
}
export type Rules = Map<string, SubgraphRules>;

const subgraphsOf = (where: string): { name: string; spelled(text: string): string }[] =>
  where === 'werkplein'
    ? municipalities.map(({ name, field }: Municipality) => ({
        name: field,
        spelled: (text) => text.replaceAll('‹Gemeente›', name).replaceAll('‹gemeente›', field),
      }))
    : [{ name: where, spelled: (text) => text }];

export const readRules = (): Rules => {
  const rules: Rules = new Map();
  const of = (name: string): SubgraphRules => {
    const known = rules.get(name) ?? { grants: new Map(), guards: new Map(), fields: new Map() };
    rules.set(name, known);
    return known;
  };
  for (const { subgraph = '', action = '', what: _, guards = '', ...cells } of readCsv('docs/permissions.csv')) {
    for (const { name, spelled } of subgraphsOf(subgraph)) {
      const granted = Object.entries(cells).filter(([, scope]) => scope !== '');
      of(name).grants.set(action, Object.fromEntries(granted));
      for (const guard of guards.split(' ')) of(name).guards.set(spelled(guard), action);
    }
  }
  for (const { subgraph = '', field = '', actions = '' } of readCsv('docs/permissions-fields.csv'))
    for (const { name, spelled } of subgraphsOf(subgraph)) of(name).fields.set(spelled(field), actions.split(' '));
  return rules;
};

/** Whether the principal may do this with the rows of this world. */
export const mayIn = (grants: Grants, principal: Pick<Principal, 'organisation' | 'roles'>, action: string, { municipality, disclosed }: World): boolean =>
  principal.roles.some((role) => {
    const scope = grants.get(action)?.[`${principal.organisation === NUO ? 'nuo' : 'werkplein'}.${role}`];
    if (scope === undefined) return false;
    return scope === 'all' || (scope === 'own' && principal.organisation === municipality.code) || (scope === 'disclosed' && disclosed);
  });
