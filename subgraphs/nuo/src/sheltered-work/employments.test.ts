import { everyTriple, NUO } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { NuoParameterRow } from '../parameters/nuo-parameter.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, testDemo, testId } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { newEmployment, newParticipant, newWorker } from '../testing/sheltered.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import { type EmploymentStep, employmentMachine } from './employment.machine.ts';

const consultant = 'nuo.detacheringsconsulent';
const regie = 'wierden.klantregisseur';
const decisionId = testId(70, 1, '0189');
const [employerId] = [idOf('employer', 0)];
const shown = `id kind state startsOn endsOn responsibleMunicipality endReason destination note version decisionId decidedOn
  executor { code } employer { id } continues { id } continuedBy { id }
  terms { validFrom validUntil formalEmployer payingMunicipality responsibleMunicipality hoursPerWeek paidWagePct cao }`;
const ruled = `... on TooManyHours { day hoursPerWeek maxHoursPerWeek } ... on MoreThanFullWeek { fullWeekHours source }
  ... on NotIndicated { missingFrom missingUntil } ... on NuoParameterMissing { code }`;
const registered = `... on EmploymentRegistered { employment { ${shown} } } ... on NoWswInflow { closedOn } ... on NotAWswWorker { participant { id } } ${ruled}`;
const stepped = `... on StepRefused { step from allowedFrom allowedSteps by } ... on EmploymentVersionConflict { currentVersion } ${ruled}`;
const changed = `... on EmploymentChanged { employment { ${shown} } } ${stepped}`;
const switched = `... on WorkFormSwitched { employment { ${shown} } ended { ${shown} } } ${stepped}`;
const wsw = {
  kind: 'WSW_ART2',
  startsOn: '2026-01-01',
  formalEmployer: '0189',
  payingMunicipality: '0141',
  responsibleMunicipality: '0189',
  hoursPerWeek: 24,
  paidWagePct: 100,
  cao: 'CAO_SW',
};
const beschut = { ...wsw, kind: 'BESCHUT_10B', cao: 'CAO_AAN_DE_SLAG', startsOn: '2026-09-01' };
const inputOf: Record<Exclude<EmploymentStep, 'register'>, object> = {
  agree: { decisionId, decidedOn: '2019-12-01' },
  refuse: { reason: 'Geen besluit' },
  withdraw: { reason: 'Vergissing' },
  changeTerms: { from: '2026-06-01', hoursPerWeek: 30 },
  switchForm: { on: '2026-09-01', employerId, hoursPerWeek: 24, paidWagePct: 100, cao: 'OTHER' },
  end: { endsOn: '2026-07-31', endReason: 'OWN_REQUEST', destination: 'REGULAR_WORK' },
  correctEnd: {},
};
const commandOf: Record<keyof typeof inputOf, string> = {
  agree: 'agreeEmployment',
  refuse: 'refuseEmployment',
  withdraw: 'withdrawEmployment',
  changeTerms: 'changeEmploymentTerms',
  switchForm: 'switchWorkForm',
  end: 'endEmployment',
  correctEnd: 'correctEmploymentEnd',
};

describe.each(dialects)('an employment on %s', (dialect) => {
  const nuo = sharedNuo(dialect, testDemo(1));
  const register = (input: object, user = consultant) => command(nuo(), user, 'registerEmployment', input, registered);
  const step = (name: keyof typeof inputOf, employmentId: string, more: object = {}, user = consultant) =>
    command(nuo(), user, commandOf[name], { employmentId, expectedVersion: 1, ...inputOf[name], ...more }, name === 'switchForm' ? switched : changed);

  it('has four facts about municipalities, hours by period and the NUO as executor', async () => {
    const participantId = await newWorker(nuo());
    const { employment } = await register({ participantId, ...wsw });
    expect(employment).toMatchObject({ kind: 'WSW_ART2', state: 'AGREED', executor: { code: NUO }, employer: null, responsibleMunicipality: '0189' });
    const other = { payingMunicipality: '1700', hoursPerWeek: 30.25 };
    const later = await step('changeTerms', employment.id, { from: '2026-06-15', ...other });
    const first = { formalEmployer: '0189', payingMunicipality: '0141', responsibleMunicipality: '0189', hoursPerWeek: 24, paidWagePct: 100, cao: 'CAO_SW' };
    expect(later.employment.terms).toEqual([
      { ...first, validFrom: '2026-01-01', validUntil: '2026-06-14' },
      { ...first, ...other, validFrom: '2026-06-15', validUntil: null },
    ]);
    // What was known before stays.
    expect(await nuo().db.read.em.countBy(EmploymentTerms, { employmentId: employment.id })).toBe(3);
    const { data } = await nuo().ask(
      consultant,
      `{ shelteredEmployment(id: "${employment.id}") { before: termsOn(day: "2026-06-14") { hoursPerWeek } now: termsOn { hoursPerWeek } } }`,
    );
    expect(data.shelteredEmployment).toEqual({ before: { hoursPerWeek: 24 }, now: { hoursPerWeek: 30.25 } });
  });

  it('of the Wsw is for nobody who was not employed when it closed, or is no Wsw worker', async () => {
    const participantId = await newWorker(nuo(), {}, { inClosingPopulation: false });
    expect(await register({ participantId, ...wsw })).toEqual({ __typename: 'NoWswInflow', closedOn: '2014-12-31' });
    const nobody = await newParticipant(nuo());
    expect(await register({ participantId: nobody, ...wsw })).toEqual({ __typename: 'NotAWswWorker', participant: { id: nobody } });
  });

  it('of the Wsw has an indication on every day (I9)', async () => {
    const late = await newWorker(nuo(), { decidedOn: '2026-02-01' });
    expect(await register({ participantId: late, ...wsw })).toEqual({ __typename: 'NotIndicated', missingFrom: '2026-01-01', missingUntil: '2026-01-31' });
    const over = await newWorker(nuo(), { validUntil: '2026-07-31' });
    expect(await register({ participantId: over, ...wsw })).toEqual({ __typename: 'NotIndicated', missingFrom: '2026-08-01', missingUntil: '2026-08-03' });
    // Of an employment that began long ago the NUO answers from when it knows the terms.
    const old = await newWorker(nuo(), { decidedOn: '2024-01-01' });
    expect(await register({ participantId: old, ...wsw, startsOn: '2016-05-01' })).toMatchObject({ __typename: 'NotIndicated' });
    expect(await register({ participantId: old, ...wsw, startsOn: '1999-05-01', termsFrom: '2024-01-01' })).toMatchObject({
      __typename: 'EmploymentRegistered',
    });
  });

  it('has hours that with those of other employments of the person are no more than anybody works (I8)', async () => {
    const participantId = await newWorker(nuo());
    const first = await register({ participantId, ...wsw });
    expect(await register({ participantId, ...wsw, hoursPerWeek: 16.25, startsOn: '2026-03-01' })).toMatchObject({
      __typename: 'TooManyHours',
      day: '2026-03-01',
      hoursPerWeek: 40.25,
      maxHoursPerWeek: 40,
    });
    // Another number in our files, the same person.
    const twin = await newParticipant(nuo());
    const { personId } = (await nuo().db.read.em.findOneBy(Participant, { id: participantId })) as Participant;
    await nuo().db.write(({ em }) => em.update(Participant, { id: twin }, { personId }));
    expect(await register({ participantId: twin, ...beschut, hoursPerWeek: 24 })).toMatchObject({ __typename: 'TooManyHours', hoursPerWeek: 48 });
    const second = await register({ participantId: twin, ...beschut, hoursPerWeek: 16 });
    expect(second.__typename).toBe('EmploymentRegistered');
    expect(await step('changeTerms', first.employment.id, { hoursPerWeek: 24.25, from: '2026-10-01' })).toMatchObject({
      day: '2026-10-01',
      hoursPerWeek: 40.25,
    });
    expect(await step('end', first.employment.id, { endsOn: '2026-08-31' })).toMatchObject({ __typename: 'EmploymentChanged' });
    expect(await register({ participantId, ...wsw, hoursPerWeek: 20, startsOn: '2026-09-01' })).toMatchObject({ __typename: 'EmploymentRegistered' });
    expect(await step('correctEnd', first.employment.id, { expectedVersion: 2 })).toMatchObject({ __typename: 'TooManyHours', day: '2026-09-01' });
  });

  it('of the Wsw or of beschut werk is at most a full week', async () => {
    const participantId = await newWorker(nuo());
    expect(await register({ participantId, ...wsw, hoursPerWeek: 36.25 })).toMatchObject({ __typename: 'MoreThanFullWeek', fullWeekHours: 36 });
    const { employment } = await register({ participantId, ...wsw, hoursPerWeek: 36 });
    expect(await step('changeTerms', employment.id, { hoursPerWeek: 38 })).toMatchObject({ __typename: 'MoreThanFullWeek' });
    const job = await newParticipant(nuo());
    expect(await register({ participantId: job, ...wsw, kind: 'SECONDMENT_JOB_PW', cao: 'OTHER', hoursPerWeek: 38 })).toMatchObject({
      __typename: 'EmploymentRegistered',
    });
  });

  it('of two that fit one at a time, at once, is one', async () => {
    const participantId = await newWorker(nuo());
    const answers = await Promise.all([1, 2].map(() => register({ participantId, ...wsw, hoursPerWeek: 24 })));
    expect(answers.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['EmploymentRegistered', 'TooManyHours']);
  });

  it('of beschut werk begins when the municipality agrees by its decision (I11)', async () => {
    const participantId = await newParticipant(nuo());
    const { employment } = await register({ participantId, ...beschut });
    expect(employment.state).toBe('AWAITING_DECISION');
    const waiting = await nuo().ask(regie, `{ shelteredEmployments(filter: { state: AWAITING_DECISION }, first: 200) { nodes { id } } }`);
    expect(waiting.data.shelteredEmployments.nodes).toContainEqual({ id: employment.id });
    const agree = (more: object, user = regie) => step('agree', employment.id, { decidedOn: '2026-08-01', ...more }, user);
    expect((await agree({ decisionId: testId(70, 1, '0141') })).paths).toEqual(['decisionId']);
    expect((await agree({ decidedOn: '2026-08-04' })).paths).toEqual(['decidedOn']);
    expect(await agree({}, 'almelo.klantregisseur')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await agree({}, consultant)).toMatchObject({ __typename: 'StepRefused', by: ['REGIE'] });
    expect((await agree({})).employment ?? null).toMatchObject({ state: 'AGREED', decisionId, decidedOn: '2026-08-01', version: 2 });
    const early = await register({ participantId: await newParticipant(nuo()), ...beschut, startsOn: '2026-07-01' });
    expect(await step('agree', early.employment.id, { decidedOn: '2026-07-02' }, regie)).toMatchObject({ paths: ['decidedOn'] });
  });

  it('that goes on in another form is no outflow (I10)', async () => {
    const participantId = await newWorker(nuo());
    const { employment } = await register({ participantId, ...wsw, hoursPerWeek: 32 });
    const next = await step('switchForm', employment.id, { hoursPerWeek: 36 });
    expect(next.ended).toMatchObject({ id: employment.id, state: 'ENDED', endsOn: '2026-08-31', endReason: null, destination: null });
    expect(next.employment).toMatchObject({
      kind: 'WSW_BEGELEID_WERKEN_ART7',
      state: 'AGREED',
      startsOn: '2026-09-01',
      employer: { id: employerId },
      continues: { id: employment.id },
      responsibleMunicipality: '0189',
    });
    expect(next.employment.terms).toMatchObject([{ validFrom: '2026-09-01', formalEmployer: null, payingMunicipality: '0141', hoursPerWeek: 36 }]);
    const back = await step('switchForm', next.employment.id, { on: '2026-10-01', employerId: null, formalEmployer: '0189', cao: 'CAO_SW' });
    expect(back.employment).toMatchObject({ kind: 'WSW_ART2', employer: null, continues: { id: next.employment.id } });
    expect(await step('correctEnd', employment.id, { expectedVersion: 2 })).toMatchObject({ paths: ['employmentId'] });
    expect((await step('switchForm', back.employment.id, { on: '2026-11-01', employerId: null })).paths).toEqual(['employerId']);
    const { data } = await nuo().ask(consultant, `{ participant(id: "${participantId}") { shelteredEmployments { kind continuedBy { id } } } }`);
    expect(data.participant.shelteredEmployments).toEqual([
      { kind: 'WSW_ART2', continuedBy: null },
      { kind: 'WSW_BEGELEID_WERKEN_ART7', continuedBy: { id: back.employment.id } },
      { kind: 'WSW_ART2', continuedBy: { id: next.employment.id } },
    ]);
  });

  it('ends with the codes of the statistics, and the end can be corrected', async () => {
    const participantId = await newWorker(nuo());
    const { employment } = await register({ participantId, ...wsw });
    const ended = await step('end', employment.id, { endReason: 'DEATH_ILLNESS_OR_PENSION', destination: 'PENSION' });
    expect(ended.employment).toMatchObject({ state: 'ENDED', endsOn: '2026-07-31', endReason: 'DEATH_ILLNESS_OR_PENSION', destination: 'PENSION' });
    expect((await step('correctEnd', employment.id, { expectedVersion: 2, endsOn: '2026-06-30' })).paths).toEqual(['endReason', 'destination']);
    expect((await step('correctEnd', employment.id, { expectedVersion: 2, endsOn: '2025-06-30', endReason: 'OTHER', destination: 'OTHER' })).paths).toEqual([
      'endsOn',
    ]);
    expect((await step('correctEnd', employment.id, { expectedVersion: 2 })).employment).toMatchObject({
      state: 'AGREED',
      endsOn: null,
      endReason: null,
      version: 3,
    });
    expect(await step('end', employment.id, { expectedVersion: 3, endsOn: '2025-12-31' })).toMatchObject({ paths: ['endsOn'] });
  });

  it('is refused with every problem at once, and by a parameter that is not known', async () => {
    const participantId = await newWorker(nuo());
    const wrong = { ...wsw, startsOn: 'x', formalEmployer: null, payingMunicipality: '14', hoursPerWeek: 41, paidWagePct: 101 };
    expect((await register({ participantId, ...wrong })).paths).toEqual(['startsOn', 'formalEmployer', 'hoursPerWeek', 'paidWagePct', 'payingMunicipality']);
    expect((await register({ participantId, ...wsw, kind: 'WSW_BEGELEID_WERKEN_ART7' })).paths).toEqual(['employerId', 'formalEmployer']);
    const { employment } = await register({ participantId, ...wsw });
    expect((await step('changeTerms', employment.id, { hoursPerWeek: null })).paths).toEqual(['from']);
    expect((await step('changeTerms', employment.id, { from: '2025-12-31' })).paths).toEqual(['from']);
    expect((await step('changeTerms', employment.id, { from: '2026-08-04', responsibleMunicipality: '0141' })).paths).toEqual(['from']);
    expect(await step('changeTerms', employment.id, { expectedVersion: 7 })).toEqual({ __typename: 'EmploymentVersionConflict', currentVersion: 1 });
    expect(await register({ participantId, ...wsw, startsOn: '2014-12-31', termsFrom: '2014-12-31' })).toEqual({
      __typename: 'NuoParameterMissing',
      code: 'WSW_FULL_WEEK',
    });
    expect(await nuo().db.read.em.countBy(NuoParameterRow, { code: 'WSW_FULL_WEEK' })).toBe(1);
  });

  it('is of another municipality when that becomes responsible, and then only that sees it', async () => {
    const { id } = await newEmployment(nuo(), await newWorker(nuo()));
    const sees = async (user: string) => {
      const { data } = await nuo().ask(user, `{ shelteredEmployment(id: "${id}") { id } shelteredEmployments(first: 200) { nodes { id } } }`);
      return [data.shelteredEmployment?.id === id, data.shelteredEmployments.nodes.some((node: { id: string }) => node.id === id)];
    };
    expect(await Promise.all([regie, 'wierden.kwaliteitsmedewerker', 'almelo.klantregisseur', 'nuo.werkleider'].map(sees))).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [true, true],
    ]);
    await step('changeTerms', id, { from: '2026-08-01', responsibleMunicipality: '0141', hoursPerWeek: null });
    expect(await Promise.all([regie, 'almelo.klantregisseur'].map(sees))).toEqual([
      [false, false],
      [true, true],
    ]);
    for (const user of ['nuo.accountmanager', 'nuo.functioneelbeheerder', 'wierden.rapporteur'])
      expect((await nuo().ask(user, '{ shelteredEmployments { nodes { id } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('Q27: of beschut werk is counted by responsible municipality on a day, for the own Werkplein', async () => {
    const realised = async (user: string, day: string) => {
      const query =
        'query ($r: [_Any!]!, $day: String) { _entities(representations: $r) { ... on Werkplein { municipality beschutRealised(day: $day) { day persons hoursPerWeek } } } }';
      const r = ['1700', '0183'].map((municipality) => ({ __typename: 'Werkplein', municipality }));
      const { data, statements } = await nuo().ask(user, query, { r, day });
      return [...data._entities.map((each: { beschutRealised: object } | null) => each?.beschutRealised ?? null), statements];
    };
    const employ = async (municipality: string, more: Partial<ShelteredEmployment>, hoursPerWeek: number) =>
      newEmployment(
        nuo(),
        await newParticipant(nuo(), { municipality }),
        { kind: 'BESCHUT_10B', responsibleMunicipality: municipality, startsOn: '2026-03-01', ...more },
        { hoursPerWeek },
      );
    await employ('1700', {}, 24);
    await employ('1700', { state: 'ENDED', endsOn: '2026-06-30' }, 16.5);
    await employ('1700', { state: 'AWAITING_DECISION' }, 30);
    await employ('1700', { kind: 'SECONDMENT_JOB_PW' }, 30);
    await employ('0183', {}, 8);
    const [twenterand, tubbergen, statements] = await realised('nuo.jobcoach', '2026-06-30');
    expect([twenterand, tubbergen, statements]).toEqual([
      { day: '2026-06-30', persons: 2, hoursPerWeek: 40.5 },
      { day: '2026-06-30', persons: 1, hoursPerWeek: 8 },
      1,
    ]);
    expect((await realised('nuo.jobcoach', '2026-07-01'))[0]).toEqual({ day: '2026-07-01', persons: 1, hoursPerWeek: 24 });
    expect((await realised('nuo.jobcoach', '2026-02-28'))[0]).toEqual({ day: '2026-02-28', persons: 0, hoursPerWeek: 0 });
    expect((await realised('twenterand.klantregisseur', '2026-06-30')).slice(0, 2)).toEqual([{ day: '2026-06-30', persons: 2, hoursPerWeek: 40.5 }, null]);
  });

  it('takes the same statements however many are listed', async () => {
    const ask = async (first: number) =>
      (await nuo().ask(consultant, `{ shelteredEmployments(first: ${first}, filter: { kind: WSW_ART2 }) { nodes { participant { name } ${shown} } } }`))
        .statements;
    for (let i = 0; i < 3; i += 1) await newEmployment(nuo(), await newWorker(nuo()));
    expect(await ask(50)).toBe(await ask(2));
  });

  describe('takes of all steps', () => {
    const users = { PERSONNEL: consultant, REGIE: regie } as const;
    const triples = everyTriple(employmentMachine).filter(({ step: name }) => name !== 'register');
    let participantId = '';
    beforeAll(async () => {
      participantId = await newWorker(nuo());
    });

    it.each(triples)('$step by $actor from $state: $allowed', async ({ state, step: name, actor, allowed }) => {
      const ended = state === 'ENDED' ? { endsOn: '2026-07-31', endReason: 'OTHER' as const, destination: 'OTHER' as const } : {};
      const { id } = await newEmployment(nuo(), participantId, { state, ...ended }, { hoursPerWeek: 1 });
      const answer = await step(name as keyof typeof inputOf, id, {}, users[actor]);
      const row = (await nuo().db.read.em.findOneBy(ShelteredEmployment, { id })) as ShelteredEmployment;
      const targets = [employmentMachine.steps[name].to].flat().map((to) => (to === 'SAME' ? state : to));
      if (allowed) expect(targets).toContain(row.state);
      else expect([answer.__typename, answer.step, answer.from, row.state, row.version]).toEqual(['StepRefused', name, state, state, 1]);
      await nuo().db.write(({ em }) => em.update(ShelteredEmployment, { participantId }, { state: 'WITHDRAWN' }));
    });
  });
});
