import { everyTriple } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { ClientRow } from '../clients/client.entity.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { dossierIn } from '../testing/dossiers.ts';
import { disclosed, loggingStatements, registered, requestId, sharedWerkplein } from '../testing/index.ts';
import { granted, supportCommand, type SupportCommand } from '../testing/provisions.ts';
import { ProvisionRow, ProvisionUseRow } from './provision.entity.ts';
import { provisionMachine, type ProvisionState, type ProvisionStep } from './provision.rules.ts';

const regie = 'almelo.klantregisseur';
const training = { kind: 'TRAINING', startsOn: '2026-11-02', executor: 'EXTERNAL' };

describe.each(dialects)('a provision on %s', (dialect) => {
  const served = sharedWerkplein(dialect);
  const give = async (name: SupportCommand, input: object, user?: string) => (await supportCommand(served(), name, input, user)).result;
  const problems = async (name: SupportCommand, input: object) =>
    (await supportCommand(served(), name, input)).errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path.slice(1).join('.'));
  const started = async (clientId: string, more: object = {}): Promise<{ id: string; version: number }> => {
    const { provision } = await give('startProvision', { clientId, ...training, ...more });
    return { id: provision.id, version: provision.version };
  };

  it('is used in several periods, interrupted and ended, and what was known before stays on record', async () => {
    const clientId = await registered(served());
    const first = await give('startProvision', { clientId, ...training, expectedEndOn: '2027-01-31', note: 'Heftruck' });
    const { id } = first.provision;
    expect(first.provision).toMatchObject({
      kind: 'TRAINING',
      name: 'Scholing of training',
      status: 'RUNNING',
      uses: [{ from: '2026-11-02', until: null }],
      milestones: [],
    });
    const interrupted = await give('interruptProvision', { id, expectedVersion: 1, lastDay: '2026-11-06' });
    expect(interrupted.provision).toMatchObject({ status: 'INTERRUPTED', uses: [{ from: '2026-11-02', until: '2026-11-06' }] });
    expect(await problems('resumeProvision', { id, expectedVersion: 2, startsOn: '2026-11-06' })).toEqual(['startsOn']);
    expect((await give('resumeProvision', { id, expectedVersion: 2, startsOn: '2026-11-16' })).provision.status).toBe('RUNNING');
    expect(await problems('endProvision', { id, expectedVersion: 3, reason: 'COMPLETED' })).toEqual(['lastDay']);
    expect(await problems('endProvision', { id, expectedVersion: 3, reason: 'COMPLETED', lastDay: '2026-11-15' })).toEqual(['lastDay']);
    const ended = await give('endProvision', { id, expectedVersion: 3, reason: 'COMPLETED', lastDay: '2026-11-20' });
    expect(ended.provision).toMatchObject({
      status: 'ENDED',
      endReason: 'COMPLETED',
      version: 4,
      uses: [
        { from: '2026-11-02', until: '2026-11-06' },
        { from: '2026-11-16', until: '2026-11-20' },
      ],
    });
    const rows = await served().db.read.em.findBy(ProvisionUseRow, { provisionId: id });
    expect(rows.filter(({ supersededAt }) => supersededAt !== null)).toHaveLength(2);
    expect(
      (await give('correctProvision', { id, expectedVersion: 4, uses: [{ from: '2026-11-03', until: '2026-11-20' }], note: null })).provision,
    ).toMatchObject({
      status: 'ENDED',
      note: null,
      expectedEndOn: '2027-01-31',
      uses: [{ from: '2026-11-03', until: '2026-11-20' }],
    });
  });

  it('that was a mistake leaves no day of use', async () => {
    const { id } = await started(await registered(served()));
    expect(await problems('endProvision', { id, expectedVersion: 1, reason: 'NEVER_USED', lastDay: '2026-11-20' })).toEqual(['lastDay']);
    expect((await give('endProvision', { id, expectedVersion: 1, reason: 'NEVER_USED' })).provision).toMatchObject({ status: 'ENDED', uses: [] });
  });

  it('needs a granted decision for every day of use where the law asks one, also after a correction of that decision', async () => {
    const clientId = await registered(served());
    const trial = { clientId, kind: 'PROEFPLAATSING', executor: 'NUO', startsOn: '2026-10-01' };
    expect(await give('startProvision', trial)).toMatchObject({
      __typename: 'ProvisionRuleBroken',
      rule: 'DECISION_NEEDED',
      firstDay: '2026-10-01',
      lastDay: null,
    });
    const decisionId = await granted(served(), clientId, 'PROEFPLAATSING', '2026-10-01', '2026-11-30');
    const other = await granted(served(), await registered(served()), 'PROEFPLAATSING', '2026-10-01', '2026-11-30');
    expect((await supportCommand(served(), 'startProvision', { ...trial, decisionId: other })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    const { id } = (await give('startProvision', { ...trial, decisionId, serviceOrderId: 'nuo:01900000-0000-7000-8000-000000000001' })).provision;
    const correction = await granted(served(), clientId, 'PROEFPLAATSING', '2026-10-01', '2026-11-10', { revisesId: decisionId });
    expect(await give('correctProvision', { id, expectedVersion: 1, note: 'x' })).toMatchObject({ rule: 'DECISION_NEEDED', firstDay: '2026-11-11' });
    await granted(served(), clientId, 'PROEFPLAATSING_VERLENGING', '2026-11-11', '2026-12-31', { extendsId: correction });
    expect((await give('correctProvision', { id, expectedVersion: 1, note: 'x' })).provision.note).toBe('x');
  });

  it('does not go together with another of which a day is the same, and names it', async () => {
    const clientId = await registered(served());
    const { id } = await started(clientId, { kind: 'WORK_EXPERIENCE' });
    const second = { clientId, ...training, kind: 'OTHER_WORKPLACE', startsOn: '2026-11-20' };
    expect(await give('startProvision', second)).toMatchObject({ rule: 'OVERLAPS', firstDay: '2026-11-20', provisionId: id });
    await give('endProvision', { id, expectedVersion: 1, reason: 'WORK_FOUND', lastDay: '2026-11-19' });
    const { provision } = await give('startProvision', second);
    expect(await give('correctProvision', { id: provision.id, expectedVersion: 1, uses: [{ from: '2026-11-19' }] })).toMatchObject({
      rule: 'OVERLAPS',
      lastDay: '2026-11-19',
    });
  });

  it('of two that exclude each other lets one through when both begin at once', async () => {
    const clientId = await registered(served());
    const both = await Promise.all(['WORK_EXPERIENCE', 'OTHER_WORKPLACE'].map((kind) => give('startProvision', { clientId, ...training, kind })));
    expect(both.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['ProvisionRuleBroken', 'ProvisionSaved']);
    expect(await served().db.read.em.countBy(ProvisionRow, { clientId })).toBe(1);
  });

  it('as participatieplaats has moments of the law: a review without progress says by when it ends', async () => {
    const clientId = await registered(served());
    const decisionId = await granted(served(), clientId, 'PARTICIPATIEPLAATS', '2026-01-01', '2027-12-31');
    const { provision } = await give('startProvision', { clientId, kind: 'PARTICIPATIEPLAATS', executor: 'NUO', startsOn: '2026-01-15', decisionId });
    expect(provision.milestones.map(({ kind, dueOn }: { kind: string; dueOn: string }) => [kind, dueOn])).toEqual([
      ['PREMIUM', '2026-07-15'],
      ['TRAINING_OFFER', '2026-07-15'],
      ['REVIEW', '2026-10-15'],
    ]);
    expect(provision.milestones[0].source).toContain('art. 10a');
    const of = (kind: string) => provision.milestones.find((each: { kind: string }) => each.kind === kind).id;
    expect(await problems('settleMilestone', { id: of('REVIEW'), settledOn: '2026-10-20' })).toEqual(['progress']);
    const premium = await give('settleMilestone', { id: of('PREMIUM'), settledOn: '2026-07-20' });
    expect(premium.provision.milestones.filter(({ kind }: { kind: string }) => kind === 'PREMIUM')).toMatchObject([
      { dueOn: '2026-07-15', settledOn: '2026-07-20' },
      { dueOn: '2027-01-15', settledOn: null },
    ]);
    expect(await give('settleMilestone', { id: of('PREMIUM'), settledOn: '2026-07-21' })).toEqual({
      __typename: 'MilestoneAlreadySettled',
      settledOn: '2026-07-20',
    });
    const moved = await give('correctProvision', { id: provision.id, expectedVersion: 2, uses: [{ from: '2026-01-01' }] });
    expect(moved.provision.milestones.map(({ kind, dueOn }: { kind: string; dueOn: string }) => [kind, dueOn])).toEqual([
      ['TRAINING_OFFER', '2026-07-01'],
      ['PREMIUM', '2026-07-15'],
      ['REVIEW', '2026-10-01'],
      ['PREMIUM', '2027-01-15'],
    ]);
    const reviewed = await give('settleMilestone', { id: of('REVIEW'), settledOn: '2026-10-20', progress: false, note: 'Geen vooruitgang' });
    expect(reviewed.provision.stopBy).toBe('2026-12-31');
    served().travel('2027-01-04');
    expect(await give('correctProvision', { id: provision.id, expectedVersion: 4, note: 'x' })).toMatchObject({ rule: 'MUST_STOP', firstDay: '2027-01-01' });
  });

  it('is refused to who is too young, of a closed dossier, and without the parameter', async () => {
    const clientId = await registered(served());
    await served().db.write(({ em }) => em.update(ClientRow, { id: clientId }, { birthDate: '2000-01-01' }));
    const place = { clientId, kind: 'PARTICIPATIEPLAATS', executor: 'OWN', startsOn: '2026-11-20' };
    expect(await give('startProvision', place)).toMatchObject({ rule: 'TOO_YOUNG', lastDay: '2026-12-31' });
    const young = {
      clientId,
      kind: 'PARTICIPATIEPLAATS',
      outcome: 'GRANTED',
      decidedOn: '2026-11-20',
      startsOn: '2026-11-20',
      endsOn: '2027-01-01',
      legalBasis: 'x',
    };
    expect(await give('publishDecision', young)).toEqual({ __typename: 'DecisionRuleBroken', rule: 'TOO_YOUNG', nearestDay: '2027-01-01' });
    const [age] = await served().db.read.em.findBy(LawParameterRow, { code: 'PARTICIPATIEPLAATS_MIN_AGE' });
    await served().db.write(({ em }) => em.delete(LawParameterRow, { code: 'PARTICIPATIEPLAATS_MIN_AGE' }));
    expect(await give('startProvision', place)).toEqual({ __typename: 'LawParameterMissing', code: 'PARTICIPATIEPLAATS_MIN_AGE', day: '2026-11-20' });
    await served().db.write(({ em }) => em.insert(LawParameterRow, age as LawParameterRow));
    await dossierIn(served(), clientId, 'CLOSED');
    expect((await give('startProvision', { clientId, ...training })).__typename).toBe('DossierClosed');
  });

  it('names all that cannot be in one answer', async () => {
    const clientId = await registered(served());
    const wrong = {
      clientId,
      kind: 'TRAINING',
      executor: 'OWN',
      startsOn: '2026-11-24',
      expectedEndOn: 'x',
      serviceOrderId: 'nuo:01900000-0000-7000-8000-000000000001',
      decisionId: 'nuo:1',
      srgTypeCode: '123',
    };
    expect((await problems('startProvision', wrong)).toSorted()).toEqual(['decisionId', 'expectedEndOn', 'serviceOrderId', 'srgTypeCode', 'startsOn']);
    const { id } = await started(clientId);
    const uses = [{ from: '2026-11-10', until: '2026-11-09' }, { from: '2026-11-09' }, { from: '2026-11-12' }];
    expect(await problems('correctProvision', { id, expectedVersion: 1, uses })).toEqual(['uses.0.until', 'uses.1.from', 'uses.2.from']);
    expect(await problems('correctProvision', { id, expectedVersion: 1, uses: [{ from: '2026-11-01', until: '2026-11-02' }] })).toEqual(['uses']);
    expect(await problems('correctProvision', { id, expectedVersion: 1, uses: [] })).toEqual(['uses']);
    expect(await served().db.read.em.findOneByOrFail(ProvisionRow, { id })).toMatchObject({ version: 1 });
  });

  it('gives a repeat its first answer, and another version its conflict', async () => {
    const clientId = await registered(served());
    const input = { clientId, ...training, requestId: requestId() };
    const first = await give('startProvision', input);
    expect(await give('startProvision', input)).toEqual(first);
    expect(await served().db.read.em.countBy(ProvisionRow, { clientId })).toBe(1);
    expect(await give('correctProvision', { id: first.provision.id, expectedVersion: 3, note: 'x' })).toEqual({
      __typename: 'ProvisionVersionConflict',
      currentVersion: 1,
    });
  });

  it('is seen by regie alone, whatever is shared with the NUO', async () => {
    const clientId = await registered(served());
    await started(clientId);
    await disclosed(served(), clientId);
    const shown = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { provisions { kind } exemptions { id } } } }';
    for (const user of ['nuo.jobcoach', 'nuo.trajectbegeleider', 'wierden.klantregisseur', 'almelo.rapporteur']) {
      const { data } = await served().ask(user, shown, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
      expect(Object.values(data._entities?.[0] ?? {}).filter((value) => value !== null)).toEqual([]);
    }
    const { data } = await served().ask(regie, shown, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
    expect(data._entities[0].provisions).toEqual([{ kind: 'TRAINING' }]);
  });

  it('takes as many statements for many clients as for one', async () => {
    const shown = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { provisions { uses { from } milestones { kind } } } } }';
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      ids.push(await registered(served()));
      await started(ids[i] as string);
    }
    const { statements } = await served().ask(regie, shown, { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
    expect(statements).toBe(4 + loggingStatements);
  });

  it('takes each step where the machine has it, by regie alone', async () => {
    const commandOf: Record<ProvisionStep, [SupportCommand, object]> = {
      interrupt: ['interruptProvision', { lastDay: '2026-11-20' }],
      resume: ['resumeProvision', { startsOn: '2026-11-21' }],
      end: ['endProvision', { reason: 'NEVER_USED' }],
      correct: ['correctProvision', { note: 'Verbeterd' }],
    };
    const wrong: string[] = [];
    for (const { state, step, allowed } of everyTriple(provisionMachine)) {
      const clientId = await registered(served());
      const { id } = await started(clientId);
      const closed = state === 'RUNNING' ? null : '2026-11-20';
      await served().db.write(async ({ em }) => {
        await em.update(ProvisionRow, { id }, { status: state });
        await em.update(ProvisionUseRow, { provisionId: id }, { endsOn: closed });
      });
      if (step === 'start') {
        // Starting makes another; this one stays as it is.
        await give('startProvision', { clientId, ...training });
        expect(await served().db.read.em.findOneByOrFail(ProvisionRow, { id })).toMatchObject({ status: state, version: 1 });
        continue;
      }
      const [name, more] = commandOf[step];
      for (const user of ['nuo.jobcoach', 'wierden.klantregisseur', 'almelo.rapporteur']) {
        const { errors } = await supportCommand(served(), name, { id, expectedVersion: 1, ...more }, user);
        if (errors?.[0]?.extensions['code'] !== 'FORBIDDEN') wrong.push(`${step} for ${user}`);
      }
      const result = await give(name, { id, expectedVersion: 1, ...more });
      const { to } = provisionMachine.steps[step];
      const expected: ProvisionState = !allowed || to === 'SAME' ? state : to;
      const after = await served().db.read.em.findOneByOrFail(ProvisionRow, { id });
      const taken = result.__typename === 'ProvisionSaved' && after.version === 2;
      const refused = result.__typename === 'StepRefused' && result.from === state && after.version === 1;
      if (after.status !== expected || !(allowed ? taken : refused)) wrong.push(`${state} ${step}: ${JSON.stringify(result)} ${after.status}`);
    }
    expect(wrong).toEqual([]);
    const unknown = await supportCommand(served(), 'endProvision', { id: '0141:x', expectedVersion: 1, reason: 'OTHER' });
    expect(unknown.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  }, 60_000);
});
