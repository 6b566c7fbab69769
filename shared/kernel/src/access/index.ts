import { Extensions } from 'type-graphql';
import { fault } from '../errors/index.ts';
import type { Principal, Role } from '../identity/principal.ts';
import { NUO } from '../municipalities/index.ts';

/** A role as held at the NUO or at a Werkplein: the same word may do other things at either. */
export type Grantee = `${'nuo' | 'werkplein'}.${Role}`;

/**
 * How far a grant reaches: `all` rows; `own`, the rows of the principal's own municipality;
 * `disclosed`, what a Werkplein shares with the NUO by an unexpired disclosure.
 */
export type Scope = 'all' | 'own' | 'disclosed';

/** Something that may be done. Who is not named may not. */
export interface Action {
  readonly name: string;
  /** What it is, for the privacy officer who reads the permission table. */
  readonly text: string;
  readonly grants: Readonly<Partial<Record<Grantee, Scope>>>;
}

export const action = (name: string, text: string, grants: Action['grants']): Action => ({ name, text, grants });

/** The same scope for several grantees. */
export const grant = <G extends Grantee>(scope: Scope, ...grantees: G[]): Record<G, Scope> =>
  Object.fromEntries(grantees.map((grantee) => [grantee, scope])) as Record<G, Scope>;

const width: Record<Scope, number> = { disclosed: 1, own: 2, all: 3 };

/** The widest scope in which the principal may do this, or null. */
export const scopeOf = (principal: Principal, { grants }: Action): Scope | null => {
  const kind = principal.organisation === NUO ? 'nuo' : 'werkplein';
  return principal.roles
    .map((role) => grants[`${kind}.${role}`])
    .filter((scope) => scope !== undefined)
    .reduce<Scope | null>((widest, scope) => (widest === null || width[scope] > width[widest] ? scope : widest), null);
};

/**
 * Whether the principal may do this at all in the database of `home` (CBS code or `nuo`).
 * In a municipality `own` means that municipality; in the nuo database rows of several meet, so there the store limits `own`.
 */
export const mayDo = (principal: Principal, wanted: Action, home: string): boolean => {
  const scope = scopeOf(principal, wanted);
  return scope === 'own' ? home === NUO || principal.organisation === home : scope !== null;
};

export const authorise = (principal: Principal, wanted: Action, home: string): void => {
  if (!mayDo(principal, wanted, home)) throw fault('FORBIDDEN');
};

/** Names the action of a field; the schema builder guards the field with it. */
export const Guard = (wanted: Action): MethodDecorator & PropertyDecorator & ClassDecorator => Extensions({ action: wanted });
