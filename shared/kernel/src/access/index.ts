import { Extensions } from 'type-graphql';
import { fault } from '../errors/index.ts';
import type { Principal, Role } from '../identity/principal.ts';
import { NUO } from '../municipalities/index.ts';
import type { PurposeCode } from '../purposes/index.ts';

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
  /** With which stated purposes a grantee may do it; who is not named here needs to state none. */
  readonly purposes: Readonly<Partial<Record<Grantee, readonly PurposeCode[]>>>;
}

export const action = (name: string, text: string, grants: Action['grants'], purposes: Action['purposes'] = {}): Action => ({ name, text, grants, purposes });

/** The same scope for several grantees. */
export const grant = <G extends Grantee>(scope: Scope, ...grantees: G[]): Record<G, Scope> =>
  Object.fromEntries(grantees.map((grantee) => [grantee, scope])) as Record<G, Scope>;

/** The same purposes for several grantees. */
export const forPurposes = (purposes: readonly PurposeCode[], ...grantees: Grantee[]): Action['purposes'] =>
  Object.fromEntries(grantees.map((grantee) => [grantee, purposes]));

const width: Record<Scope, number> = { disclosed: 1, own: 2, all: 3 };

const kindOf = ({ organisation }: Principal): 'nuo' | 'werkplein' => (organisation === NUO ? 'nuo' : 'werkplein');

/** The widest scope in which the principal may do this, or null. */
export const scopeOf = (principal: Principal, { grants }: Action): Scope | null => {
  const kind = kindOf(principal);
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

/** The purposes of which the principal must state one, or null when a role of theirs needs none. */
export const demandedPurposes = (principal: Principal, { grants, purposes }: Action): readonly PurposeCode[] | null => {
  const kind = kindOf(principal);
  const demanded = principal.roles.filter((role) => grants[`${kind}.${role}`]).map((role) => purposes[`${kind}.${role}`]);
  return demanded.includes(undefined) ? null : [...new Set(demanded.flatMap((codes) => codes ?? []))];
};

/** Throws when the principal may not do this, or states no purpose that it may be done for. */
export const authorise = (principal: Principal, wanted: Action, home: string, purpose: PurposeCode | null): void => {
  if (!mayDo(principal, wanted, home)) throw fault('FORBIDDEN');
  const demanded = demandedPurposes(principal, wanted);
  if (demanded !== null && (purpose === null || !demanded.includes(purpose))) throw fault('PURPOSE_REQUIRED', { purposes: demanded });
};

/** Names the action of a field; the schema builder guards the field with it. */
export const Guard = (wanted: Action): MethodDecorator & PropertyDecorator & ClassDecorator => Extensions({ action: wanted });
