import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { disclosed, loggingStatements, registered, requestId, werkpleinForTest } from '../testing/index.ts';
import { establishedLoonwaarde, formTasks, loonwaardeCommand, nuoExpert, regie, requestedLoonwaarde } from '../testing/loonwaarde.ts';
import { LoonwaardeRow } from './loonwaarde.entity.ts';

const byId =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { loonwaardebepalingen { id state functionName tasks { name timePct } } } } }';
const days = { validFrom: '2026-11-23', reviewOn: '2027-11-23' };
const plan = { plannedOn: '2026-11-25', ...nuoExpert };
const form = { carriedOutOn: '2026-11-23', tasks: formTasks };

describe.each(dialects)('a loonwaardebepaling on %s', (dialect) => {
  it('goes from regie to the expert of the NUO and back', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await disclosed(served, clientId);
    const id = await requestedLoonwaarde(served, clientId);
    const planned = await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, ...plan });
    expect(planned.result.loonwaardebepaling).toMatchObject({
      state: 'PLANNED',
      version: 2,
      expert: { id: 'demo-nuo-jobcoach', organisation: { code: 'nuo' } },
    });
    const carried = await loonwaardeCommand(served, 'carryOutLoonwaarde', { id, expectedVersion: 2, ...form }, 'nuo.jobcoach');
    expect(carried.result.loonwaardebepaling).toMatchObject({ state: 'CARRIED_OUT', wageValuePct: 55.8 });
    const established = await loonwaardeCommand(served, 'establishLoonwaarde', { id, expectedVersion: 3, ...days });
    expect(established.result.loonwaardebepaling).toMatchObject({ state: 'ESTABLISHED', version: 4, ...days, lksDecideBy: '2026-12-28' });
  });

  it('is established by nobody of the NUO, whatever the role', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await disclosed(served, clientId);
    const id = await requestedLoonwaarde(served, clientId);
    for (const user of ['nuo.jobcoach', 'nuo.trajectbegeleider', 'nuo.coordinator', 'nuo.privacyofficer', 'wierden.klantregisseur', 'almelo.rapporteur']) {
      const { data, errors } = await loonwaardeCommand(served, 'establishLoonwaarde', { id, expectedVersion: 1, ...days }, user);
      expect([data?.almelo?.establishLoonwaarde ?? null, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
  });

  it('says from which states and by whom a step is taken, and what the version is now', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const id = await requestedLoonwaarde(served, clientId);
    expect((await loonwaardeCommand(served, 'establishLoonwaarde', { id, expectedVersion: 1, ...days })).result).toEqual({
      __typename: 'StepRefused',
      step: 'establish',
      from: 'REQUESTED',
      allowedFrom: ['CARRIED_OUT'],
      allowedSteps: ['plan', 'reject'],
      by: ['REGIE'],
      text: 'Vaststellen kan alleen als de status is: uitgevoerd. Nu is die: aangevraagd.',
    });
    expect((await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 7, ...plan })).result).toEqual({
      __typename: 'LoonwaardeVersionConflict',
      currentVersion: 1,
    });
    await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, ...plan });
    expect((await loonwaardeCommand(served, 'carryOutLoonwaarde', { id, expectedVersion: 2, ...form })).result).toMatchObject({
      by: ['EXPERT'],
      from: 'PLANNED',
    });
    const rejected = await loonwaardeCommand(served, 'rejectLoonwaarde', { id, expectedVersion: 2, reason: 'Werk gestopt' });
    expect(rejected.result.loonwaardebepaling).toMatchObject({ state: 'REJECTED', rejectedReason: 'Werk gestopt' });
    expect((await loonwaardeCommand(served, 'rejectLoonwaarde', { id, expectedVersion: 3, reason: 'x' })).result.from).toBe('REJECTED');
  });

  it('does not exist for an expert of the NUO who is not appointed, or when the client is not disclosed', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const id = await requestedLoonwaarde(served, clientId);
    await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, ...plan });
    const carry = async (user: string) =>
      (await loonwaardeCommand(served, 'carryOutLoonwaarde', { id, expectedVersion: 2, ...form }, user)).errors?.[0]?.extensions['code'];
    expect(await carry('nuo.jobcoach')).toBe('NOT_FOUND');
    await disclosed(served, clientId);
    expect(await carry('nuo.trajectbegeleider')).toBe('NOT_FOUND');
    expect(await carry('nuo.jobcoach')).toBeUndefined();
  });

  it('is shown to regie, and to the NUO only where the reader is the expert', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await disclosed(served, clientId);
    const id = await requestedLoonwaarde(served, clientId);
    const other = await requestedLoonwaarde(served, clientId, 'Magazijn');
    await loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, ...plan });
    const seen = async (user: string) => {
      const { data } = await served.ask(user, byId, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
      return data._entities[0]?.loonwaardebepalingen?.map((each: { id: string }) => each.id);
    };
    expect(new Set(await seen(regie))).toEqual(new Set([other, id]));
    expect([await seen('nuo.jobcoach'), await seen('nuo.trajectbegeleider'), await seen('nuo.werkleider')]).toEqual([[id], [], undefined]);
  });

  it('takes one statement for however many clients, beside client and logging', async () => {
    const served = await werkpleinForTest(dialect);
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push(await registered(served));
    for (const id of ids) await requestedLoonwaarde(served, id);
    const { statements } = await served.ask(regie, byId, { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
    expect(statements).toBe(2 + loggingStatements);
  });

  it('gives a repeat its first answer, and of two steps at once lets one through', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const again = { requestId: requestId(), clientId, functionName: 'Groen', hoursPerWeek: 24 };
    const first = await loonwaardeCommand(served, 'requestLoonwaarde', again);
    expect((await loonwaardeCommand(served, 'requestLoonwaarde', again)).result).toEqual(first.result);
    expect(await served.db.read.em.count(LoonwaardeRow)).toBe(1);
    const { id } = first.result.loonwaardebepaling;
    const both = await Promise.all([1, 2].map(() => loonwaardeCommand(served, 'planLoonwaarde', { id, expectedVersion: 1, ...plan })));
    expect(new Set(both.map(({ result }) => result.__typename))).toEqual(new Set(['AlmeloLoonwaardeChanged', 'LoonwaardeVersionConflict']));
  });

  it('is refused with all problems, for a closed dossier, and without a parameter', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const id = await establishedLoonwaarde(served, clientId);
    const wrong = await loonwaardeCommand(served, 'planLoonwaarde', {
      id,
      expectedVersion: 4,
      plannedOn: 'x',
      expert: { id: '', name: 'n' },
      expertOrganisation: '0189',
    });
    expect(wrong.errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'))).toEqual([
      'plannedOn',
      'expert.id',
      'expertOrganisation',
    ]);
    const second = await requestedLoonwaarde(served, clientId);
    const self = { expert: { id: 'demo-almelo-klantregisseur', name: 'K' }, expertOrganisation: '0141', plannedOn: '2026-11-23' };
    await loonwaardeCommand(served, 'planLoonwaarde', { id: second, expectedVersion: 1, ...self });
    const six = [...formTasks, ...formTasks, ...formTasks].map((task, at) => ({ ...task, timePct: at === 0 ? 20 : 16 }));
    const many = await loonwaardeCommand(served, 'carryOutLoonwaarde', { id: second, expectedVersion: 2, carriedOutOn: '2026-11-23', tasks: six });
    expect(many.errors?.[0]?.extensions['problems']).toEqual([{ path: ['input', 'tasks'], message: 'Noem hooguit 5 hoofdtaken.' }]);
    await loonwaardeCommand(served, 'carryOutLoonwaarde', { id: second, expectedVersion: 2, ...form });
    await served.db.write(({ em }) => em.delete(LawParameterRow, { code: 'LKS_DECISION_TERM' }));
    const missing = await loonwaardeCommand(served, 'establishLoonwaarde', { id: second, expectedVersion: 3, ...days });
    expect(missing.result).toEqual({ __typename: 'LawParameterMissing', code: 'LKS_DECISION_TERM', day: '2026-11-23' });
    await served.db.write(({ em }) => em.update(DossierRow, { clientId }, { status: 'CLOSED', openClientId: null, closedOn: '2026-11-23' }));
    const closed = await loonwaardeCommand(served, 'requestLoonwaarde', { clientId, functionName: 'x', hoursPerWeek: 8 });
    expect(closed.result).toEqual({ __typename: 'DossierClosed', closedOn: '2026-11-23' });
  });
});
