import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Grantee, type Municipality, municipalities, NUO, type Principal, type PurposeCode, type Scope } from '@werkplein/kernel';
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

/** `privacyofficer: A or B; …` */
const readPurposes = (text: string): Partial<Record<Grantee, string[]>> =>
  Object.fromEntries(
    text
      .split('; ')
      .filter(Boolean)
      .map((each) => [each.split(': ')[0], each.split(': ')[1]?.split(' or ') ?? []]),
  );

type Grants = Map<string, Partial<Record<Grantee, Scope>>>;

/** One subgraph as the tables describe it; the four Werkpleinen share their rows. */
export interface SubgraphRules {
  grants: Grants;
  /** Action → the purposes of which a grantee must state one. */
  purposes: Map<string, Partial<Record<Grantee, string[]>>>;
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
    const known = rules.get(name) ?? { grants: new Map(), purposes: new Map(), guards: new Map(), fields: new Map() };
    rules.set(name, known);
    return known;
  };
  for (const { subgraph = '', action = '', what: _, guards = '', purposes = '', ...cells } of readCsv('docs/permissions.csv')) {
    for (const { name, spelled } of subgraphsOf(subgraph)) {
      const granted = Object.entries(cells).filter(([, scope]) => scope !== '');
      of(name).grants.set(action, Object.fromEntries(granted));
      of(name).purposes.set(action, readPurposes(purposes));
      for (const guard of guards.split(' ')) of(name).guards.set(spelled(guard), action);
    }
  }
  for (const { subgraph = '', field = '', actions = '' } of readCsv('docs/permissions-fields.csv'))
    for (const { name, spelled } of subgraphsOf(subgraph)) of(name).fields.set(spelled(field), actions.split(' '));
  return rules;
};

/** Who asks, and for which purpose; `ANY` is whichever the table demands. */
export type Asker = Pick<Principal, 'organisation' | 'roles'> & { purpose?: PurposeCode | 'ANY' };

/** Whether the principal may do this with the rows of this world. */
export const mayIn = (rules: SubgraphRules | undefined, asker: Asker, action: string, { municipality, disclosed }: World): boolean =>
  asker.roles.some((role) => {
    const grantee: Grantee = `${asker.organisation === NUO ? 'nuo' : 'werkplein'}.${role}`;
    const scope = rules?.grants.get(action)?.[grantee];
    const demanded = rules?.purposes.get(action)?.[grantee];
    if (scope === undefined || (demanded && asker.purpose !== 'ANY' && !demanded.includes(asker.purpose ?? ''))) return false;
    return scope === 'all' || (scope === 'own' && asker.organisation === municipality.code) || (scope === 'disclosed' && disclosed);
  });
