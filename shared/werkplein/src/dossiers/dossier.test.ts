import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { DossierRow } from './dossier.entity.ts';
import { registered, requestId, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';

const document = {
  changeDossierStatus: `mutation ($input: ChangeDossierStatusInput!) { almelo { changeDossierStatus(input: $input) { __typename
    ... on AlmeloDossierStatusChanged { client { dossier { status statusReason closedOn } klantregisseur { id } } }
    ... on DossierTransitionRefused { from to allowed } } } }`,
  assignKlantregisseur: `mutation ($input: AssignKlantregisseurInput!) { almelo { assignKlantregisseur(input: $input) { __typename
    ... on AlmeloKlantregisseurAssigned { client { klantregisseur { id name organisation { name } } } } ... on DossierClosed { closedOn } } } }`,
  setDoelgroepAxis: `mutation ($input: SetDoelgroepAxisInput!) { almelo { setDoelgroepAxis(input: $input) { __typename
    ... on AlmeloDoelgroepAxisSet { client { doelgroep { grondslag beschut periods { axis value validFrom validUntil } } } }
    ... on DoelgroepRuleBroken { rule text from until } } } }`,
};
const command = async ({ ask }: TestWerkplein, name: keyof typeof document, input: object, user = 'almelo.klantregisseur') => {
  const answer = await ask(user, document[name], { input: { requestId: requestId(), ...input } });
  return { ...answer, result: answer.data?.almelo?.[name] };
};

describe.each(dialects)('a dossier on %s', (dialect) => {
  it('goes through its states, and says where it can go when it cannot go there', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const to = async (status: string, reason?: string) => (await command(served, 'changeDossierStatus', { clientId, to: status, reason })).result;
    expect(await to('PLACED')).toEqual({
      __typename: 'DossierTransitionRefused',
      from: 'REGISTERED',
      to: 'PLACED',
      allowed: ['INTAKE', 'SUSPENDED', 'TRANSFERRED'],
    });
    expect((await to('INTAKE')).client.dossier.status).toBe('INTAKE');
    expect((await to('IN_PROGRAMME')).allowed).toEqual(['SUSPENDED', 'TRANSFERRED']);
    await command(served, 'setDoelgroepAxis', { clientId, axis: 'GRONDSLAG', value: 'NUG', validFrom: '2026-11-01' });
    // A grondslag alone is not enough: the programme starts with a plan, as plans.test.ts shows.
    expect((await to('IN_PROGRAMME')).allowed).toEqual(['SUSPENDED', 'TRANSFERRED']);
    await served.db.write(({ em }) => em.update(DossierRow, { clientId }, { status: 'IN_PROGRAMME' }));
    expect((await command(served, 'changeDossierStatus', { clientId, to: 'SUSPENDED' })).errors?.[0]?.extensions['problems'][0].path).toEqual([
      'input',
      'reason',
    ]);
    expect((await to('SUSPENDED', 'Langdurig ziek')).client.dossier).toMatchObject({ status: 'SUSPENDED', statusReason: 'Langdurig ziek' });
    expect((await to('PLACEABLE')).allowed).toEqual(['IN_PROGRAMME', 'TRANSFERRED']);
    expect((await to('IN_PROGRAMME')).client.dossier.status).toBe('IN_PROGRAMME');
    expect((await to('CLOSED', 'Werk gevonden')).client).toEqual({
      dossier: { status: 'CLOSED', statusReason: 'Werk gevonden', closedOn: '2026-11-23' },
      klantregisseur: null,
    });
    expect((await to('INTAKE')).allowed).toEqual([]);
    const { result } = await command(served, 'assignKlantregisseur', { clientId, klantregisseur: { id: 'k2', name: 'K Twee' } });
    expect(result).toEqual({ __typename: 'DossierClosed', closedOn: '2026-11-23' });
    const closed = await served.ask('almelo.klantregisseur', '{ almelo { clients(filter: { status: CLOSED }) { nodes { id } } } }');
    expect(closed.data.almelo.clients.nodes).toEqual([{ id: clientId }]);
  });

  it('goes to another klantregisseur', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const { result } = await command(served, 'assignKlantregisseur', { clientId, klantregisseur: { id: 'k2', name: 'K Twee' } });
    expect(result.client.klantregisseur).toEqual({ id: 'k2', name: 'K Twee', organisation: { name: 'Almelo' } });
  });
});

describe.each(dialects)('the doelgroep of a client on %s', (dialect) => {
  it('is set by period; what was recorded before stays on record', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const set = async (more: object) => (await command(served, 'setDoelgroepAxis', { clientId, ...more })).result;
    await set({ axis: 'GRONDSLAG', value: 'NUG', validFrom: '2025-01-01' });
    expect((await set({ axis: 'GRONDSLAG', value: 'IOAW', validFrom: '2026-01-01' })).client.doelgroep).toEqual({
      grondslag: 'IOAW',
      beschut: null,
      periods: [
        { axis: 'GRONDSLAG', value: 'NUG', validFrom: '2025-01-01', validUntil: '2025-12-31' },
        { axis: 'GRONDSLAG', value: 'IOAW', validFrom: '2026-01-01', validUntil: null },
      ],
    });
    expect(await served.db.read.em.count(DoelgroepRow)).toBe(3);
    await set({ axis: 'DOELGROEPREGISTER', value: 'JA', validFrom: '2026-01-01' });
    expect(await set({ axis: 'BESCHUT', value: 'VASTGESTELD', validFrom: '2026-06-01' })).toEqual({
      __typename: 'DoelgroepRuleBroken',
      rule: 'BESCHUT_NOT_IN_REGISTER',
      text: expect.stringContaining('doelgroepregister'),
      from: '2026-06-01',
      until: null,
    });
  });

  it('keeps one grondslag a day when five are set at once', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const values = ['NUG', 'IOAW', 'IOAZ', 'ANW', 'WSW'];
    await Promise.all(values.map((value) => command(served, 'setDoelgroepAxis', { clientId, axis: 'GRONDSLAG', value, validFrom: '2026-01-01' })));
    expect((await served.db.read.em.find(DoelgroepRow)).filter(({ supersededAt }) => supersededAt === null)).toHaveLength(1);
  });

  it('refuses a value of another axis and days that cannot be, in one answer', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const { errors } = await command(served, 'setDoelgroepAxis', { clientId, axis: 'BESCHUT', value: 'JA', validFrom: '2026-02-30', until: 'x' });
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1])).toEqual(['validFrom', 'until', 'value']);
  });

  it.each(['nuo.jobcoach', 'wierden.klantregisseur', 'almelo.rapporteur'])('is not for %s to set', async (user) => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const { errors } = await command(served, 'setDoelgroepAxis', { clientId, axis: 'GRONDSLAG', value: 'NUG', validFrom: '2026-01-01' }, user);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
