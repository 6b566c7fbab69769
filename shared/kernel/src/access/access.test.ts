import { describe, expect, it } from 'vitest';
import { demoUsers, type Principal } from '../identity/index.ts';
import { action, grant, mayDo, scopeOf } from './index.ts';

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
