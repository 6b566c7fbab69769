import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo } from '../testing/index.ts';
import { Colleague } from './colleague.entity.ts';

const [ann, bob, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator'] as const;

describe.each(dialects)('colleagues on %s', (dialect) => {
  it('are known since their first command, under the name of their sign-in', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const named = await command(
      nuo,
      boss,
      'registerColleague',
      { colleague: refTo(ann), name: 'A. Typfout' },
      '... on ColleagueRegistered { alreadyKnown colleague { employee { name organisation { code } } active } }',
    );
    expect(named).toMatchObject({ alreadyKnown: false, colleague: { employee: { name: 'A. Typfout', organisation: { code: 'nuo' } }, active: true } });
    const names = async () =>
      (await nuo.ask(bob, '{ colleagues { nodes { employee { name } } } }')).data.colleagues.nodes.map(
        ({ employee }: { employee: { name: string } }) => employee.name,
      );
    expect(await names()).toEqual(['A. Typfout', 'Demo coordinator NUO']);
    await command(nuo, ann, 'addContactPerson', { employerId: idOf('employer', 0), name: 'Jo' });
    expect(await names()).toEqual(['Demo accountmanager NUO', 'Demo coordinator NUO']);
    const again = await command(
      nuo,
      boss,
      'registerColleague',
      { colleague: refTo(ann), name: 'Iemand' },
      '... on ColleagueRegistered { alreadyKnown colleague { employee { name } } }',
    );
    expect(again).toMatchObject({ alreadyKnown: true, colleague: { employee: { name: 'Demo accountmanager NUO' } } });
    expect(await command(nuo, ann, 'registerColleague', { colleague: refTo(bob), name: 'X' })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await command(nuo, boss, 'registerColleague', { colleague: { employeeId: '', organisation: 'x' }, name: '' })).paths).toEqual([
      'colleague.organisation',
      'colleague.employeeId',
      'name',
    ]);
  });

  it('are not who was refused a command, asked for none, or does not work with employers', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const known = async () => (await nuo.db.read.em.find(Colleague)).map(({ employeeId }) => employeeId);
    expect(await command(nuo, ann, 'mergeEmployers', { survivorId: 'a', vanishingId: 'b', survivorVersion: 1, vanishingVersion: 1 })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await nuo.ask(ann, 'mutation { nuo { __typename } }');
    expect(await command(nuo, 'nuo.privacyofficer', 'runRetention', { dryRun: true })).not.toMatchObject({ code: 'FORBIDDEN' });
    expect(await known()).toEqual([]);
    // A mistake in the input is one of who may give it.
    expect(await command(nuo, ann, 'addContactPerson', { employerId: idOf('employer', 0), name: '' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await known()).toEqual(['demo-nuo-accountmanager']);
  });

  it('page by name', async () => {
    const nuo = await nuoForTest(dialect, { colleagues: people(ann, bob, boss) });
    const first = (await nuo.ask(ann, '{ colleagues(first: 2) { nodes { version } pageInfo { endCursor hasNextPage } } }')).data.colleagues;
    const rest = (await nuo.ask(ann, `{ colleagues(after: "${first.pageInfo.endCursor}") { nodes { employee { name } } pageInfo { hasNextPage } } }`)).data
      .colleagues;
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage, rest.nodes]).toEqual([true, false, [{ employee: { name: 'Demo coordinator NUO' } }]]);
  });
});

describe.each(dialects)('teams on %s', (dialect) => {
  const show = 'team { id name version members { employee { id } } }';
  const shown = ['TeamSaved', 'TeamNameTaken', 'TeamVersionConflict'].map((type) => `... on ${type} { ${show} }`);

  it('have a name of their own and members that are known', async () => {
    const nuo = await nuoForTest(dialect, { colleagues: people(ann, bob, boss) });
    const create = (name: string, members: object[]) => command(nuo, boss, 'createTeam', { name, members }, shown.slice(0, 2).join(' '));
    const both = await Promise.all(['Zorg', 'zorg'].map((name) => create(name, [refTo(ann), refTo(ann)])));
    expect(new Set(both.map(({ __typename }) => __typename))).toEqual(new Set(['TeamNameTaken', 'TeamSaved']));
    expect(both[0].team.id).toBe(both[1].team.id);
    expect(both[0].team.members).toEqual([{ employee: { id: 'demo-nuo-accountmanager' } }]);
    expect((await create('Groen', [refTo(ann), refTo('almelo.accountmanager')])).paths).toEqual(['members.1']);
    const change = (more: object) =>
      command(
        nuo,
        boss,
        'changeTeam',
        { teamId: both[0].team.id, name: 'Zorg en welzijn', members: [refTo(bob)], expectedVersion: 1, ...more },
        shown.join(' '),
      );
    expect(await change({})).toMatchObject({
      __typename: 'TeamSaved',
      team: { name: 'Zorg en welzijn', version: 2, members: [{ employee: { id: 'demo-wierden-accountmanager' } }] },
    });
    expect(await change({})).toMatchObject({ __typename: 'TeamVersionConflict', team: { version: 2 } });
    await create('Groen', []);
    expect(await change({ name: 'GROEN', expectedVersion: 2 })).toMatchObject({ __typename: 'TeamNameTaken', team: { name: 'Groen' } });
    expect((await change({ teamId: 'nuo:1' })).paths).toEqual(['teamId']);
    expect(await command(nuo, ann, 'createTeam', { name: 'X', members: [] })).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await nuo.ask(ann, '{ teams { nodes { name } pageInfo { hasNextPage } } }');
    expect(data.teams.nodes).toEqual([{ name: 'Groen' }, { name: 'Zorg en welzijn' }]);
  });
});
