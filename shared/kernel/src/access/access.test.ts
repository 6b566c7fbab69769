import { describe, expect, it } from 'vitest';
import { demoUsers, type Principal } from '../identity/index.ts';
import { purposes, purposesOf } from '../purposes/index.ts';
import { action, authorise, forPurposes, grant, mayDo, scopeOf } from './index.ts';

const read = action('client.read', 'Read a client', {
  ...grant('own', 'werkplein.klantregisseur'),
  ...grant('disclosed', 'nuo.jobcoach'),
  ...grant('all', 'nuo.coordinator'),
});
const user = (name: string): Principal => demoUsers.get(name) as Principal;

describe('an action', () => {
  it.each([
    ['almelo.klantregisseur', '0141', 'own', true],
    ['almelo.klantregisseur', '0189', 'own', false],
    ['almelo.klantregisseur', 'nuo', 'own', true],
    ['nuo.jobcoach', '0141', 'disclosed', true],
    ['nuo.coordinator', '0141', 'all', true],
    ['nuo.rapporteur', '0141', null, false],
    ['almelo.rapporteur', '0141', null, false],
  ])('gives %s in the database of %s scope %s, allowed %s', (name, home, scope, allowed) => {
    expect([scopeOf(user(name), read), mayDo(user(name), read, home)]).toEqual([scope, allowed]);
  });

  it('does not count a role of another kind of organisation', () => {
    expect(scopeOf({ ...user('almelo.rapporteur'), roles: ['jobcoach', 'coordinator'] }, read)).toBeNull();
  });

  it('gives the widest scope of several roles', () => {
    expect(scopeOf({ ...user('nuo.jobcoach'), roles: ['jobcoach', 'coordinator'] }, read)).toBe('all');
  });
});

describe('a purpose that an action demands', () => {
  const look = action(
    'client.look',
    'Look at a client',
    grant('own', 'werkplein.klantregisseur', 'werkplein.privacyofficer'),
    forPurposes(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], 'werkplein.privacyofficer'),
  );
  const verdict = (principal: Principal, purpose: Parameters<typeof authorise>[3]): string => {
    try {
      authorise(principal, look, '0141', purpose);
      return 'allowed';
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code;
    }
  };

  it.each([
    ['almelo.klantregisseur', null, 'allowed'],
    ['almelo.klantregisseur', 'BEMIDDELING', 'allowed'],
    ['almelo.privacyofficer', null, 'PURPOSE_REQUIRED'],
    ['almelo.privacyofficer', 'BEHEER', 'PURPOSE_REQUIRED'],
    ['almelo.privacyofficer', 'RECHTEN_BETROKKENE', 'allowed'],
    ['wierden.privacyofficer', 'RECHTEN_BETROKKENE', 'FORBIDDEN'],
    ['almelo.rapporteur', 'VERANTWOORDING_TOEZICHT', 'FORBIDDEN'],
  ] as const)('lets %s with %s: %s', (name, purpose, expected) => {
    expect(verdict(user(name), purpose)).toBe(expected);
  });

  it('is not asked of who has another role that needs none', () => {
    expect(verdict({ ...user('almelo.privacyofficer'), roles: ['privacyofficer', 'klantregisseur'] }, null)).toBe('allowed');
  });

  it('is one that the role may state, and every role has one', () => {
    expect(purposesOf(user('almelo.privacyofficer'))).toEqual(['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE']);
    for (const [name, principal] of demoUsers) expect([name, purposesOf(principal).length]).not.toEqual([name, 0]);
    expect(new Set(purposes.map(({ code }) => code)).size).toBe(purposes.length);
  });
});
