import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { DossierRow } from '../dossiers/dossier.entity.ts';
import { LawParameterRow } from '../law-parameters/law-parameter.entity.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import { loggingStatements, registered, requestId, type TestWerkplein, werkpleinForTest } from '../testing/index.ts';
import { establishedLoonwaarde, regie } from '../testing/loonwaarde.ts';
import { DecisionRow } from './decision.entity.ts';

const publish = `mutation ($input: PublishDecisionInput!) { almelo { publishDecision(input: $input) { __typename
  ... on AlmeloDecisionPublished { decision { id kind outcome decideBy overdue parameterSet revisesId revisedById monthlyCents } }
  ... on DecisionRuleBroken { rule text nearestDay } ... on DecisionAlreadyRevised { revisedById } ... on LawParameterMissing { code day } } } }`;
const byId = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AlmeloClient { decisions { id revisedById } } } }';
const trial = {
  kind: 'PROEFPLAATSING',
  outcome: 'GRANTED',
  decidedOn: '2026-11-20',
  startsOn: '2026-12-01',
  endsOn: '2027-01-31',
  legalBasis: 'Participatiewet art. 8a',
};

const publishing = async ({ ask }: TestWerkplein, clientId: string, more: object = {}, user = regie) => {
  const { data, errors } = await ask(user, publish, { input: { requestId: requestId(), clientId, ...trial, ...more } });
  return { result: data?.almelo?.publishDecision, errors };
};

describe.each(dialects)('a decision on %s', (dialect) => {
  it('is published with its parameter set, and corrected by another only once', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const first = (await publishing(served, clientId)).result.decision;
    expect(first).toMatchObject({ kind: 'PROEFPLAATSING', overdue: false, parameterSet: '2026-07', revisesId: null, revisedById: null });
    const before = await served.db.read.em.findOneByOrFail(DecisionRow, { id: first.id });
    const correcting = await Promise.all([1, 2].map(() => publishing(served, clientId, { endsOn: '2027-01-15', revisesId: first.id })));
    expect(new Set(correcting.map(({ result }) => result.__typename))).toEqual(new Set(['AlmeloDecisionPublished', 'DecisionAlreadyRevised']));
    expect(await served.db.read.em.findOneByOrFail(DecisionRow, { id: first.id })).toEqual(before);
    const { data } = await served.ask(regie, byId, { r: [{ __typename: 'AlmeloClient', id: clientId }] });
    const reviser = correcting.find(({ result }) => result.decision)?.result.decision.id;
    expect(data._entities[0].decisions).toHaveLength(2);
    expect(data._entities[0].decisions).toEqual(
      expect.arrayContaining([
        { id: reviser, revisedById: null },
        { id: first.id, revisedById: reviser },
      ]),
    );
    expect((await publishing(served, clientId, { kind: 'BESCHUT_WERK', revisesId: reviser })).errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it.each(['nuo.jobcoach', 'nuo.coordinator', 'wierden.klantregisseur', 'almelo.privacyofficer', 'almelo.accountmanager'])(
    'is not for %s to take',
    async (user) => {
      const served = await werkpleinForTest(dialect);
      const { result, errors } = await publishing(served, await registered(served), {}, user);
      expect([result ?? null, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
      expect(await served.db.read.em.count(DecisionRow)).toBe(0);
    },
  );

  it('names the rule that it would break, and the day that would do', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    expect((await publishing(served, clientId, { endsOn: '2027-02-01' })).result).toEqual({
      __typename: 'DecisionRuleBroken',
      rule: 'TRIAL_TOO_LONG',
      text: 'Zo lang mag een proefplaatsing niet duren (Participatiewet art. 8a).',
      nearestDay: '2027-01-31',
    });
    const lks = { kind: 'LKS', loonwaardeId: await establishedLoonwaarde(served, clientId), startsOn: '2026-11-23', endsOn: null, decidedOn: '2026-11-23' };
    await served.db.write(({ em }) =>
      em.insert(DoelgroepRow, {
        id: '0141:01900000-0000-7000-8000-000000000001',
        clientId,
        axis: 'WSW_STATUS',
        value: 'BEGELEID_WERKEN_ART7',
        validFrom: '2014-01-01',
        validUntil: null,
        source: 'test',
        recordedAt: new Date(0),
        supersededAt: null,
      }),
    );
    expect((await publishing(served, clientId, lks)).result.rule).toBe('LKS_FOR_WSW');
    await served.db.write(({ em }) => em.delete(DoelgroepRow, { clientId }));
    const granted = (await publishing(served, clientId, { ...lks, monthlyCents: 101_021 })).result.decision;
    expect(granted).toMatchObject({ decideBy: '2026-12-28', overdue: false, monthlyCents: 101_021 });
    await served.db.write(({ em }) => em.delete(LawParameterRow, { code: 'PROEFPLAATSING_TERM' }));
    expect((await publishing(served, clientId)).result).toEqual({ __typename: 'LawParameterMissing', code: 'PROEFPLAATSING_TERM', day: '2026-12-01' });
  });

  it('extends the trial as it stands after a correction, by the law of the day on which the trial began', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    await served.db.write(({ em }) =>
      em.update(LawParameterRow, { code: 'PROEFPLAATSING_TERM' }, { validUntil: '2026-12-31' }).then(async () => {
        const ended = await em.findOneByOrFail(LawParameterRow, { code: 'PROEFPLAATSING_TERM' });
        await em.insert(LawParameterRow, { ...ended, validFrom: '2027-01-01', validUntil: null, version: '2027-01' });
      }),
    );
    const first = (await publishing(served, clientId)).result.decision.id;
    const extension = { kind: 'PROEFPLAATSING_VERLENGING', extendsId: first };
    const march = { startsOn: '2027-03-01', endsOn: '2027-03-31' };
    const february = await publishing(served, clientId, { ...extension, startsOn: '2027-02-01', endsOn: '2027-02-28' });
    expect(february.result.decision.parameterSet).toBe('2026-07');
    const corrected = (await publishing(served, clientId, { revisesId: first })).result.decision.id;
    for (const extendsId of [first, corrected]) {
      const again = await publishing(served, clientId, { ...extension, extendsId, startsOn: '2027-02-01', endsOn: '2027-02-28' });
      expect(again.result).toMatchObject({ rule: 'EXTENDS_NO_TRIAL', nearestDay: '2027-03-01' });
    }
    expect((await publishing(served, clientId, { ...extension, ...march })).result.decision.parameterSet).toBe('2026-07');
  });

  it('of two applications at once takes one', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const application = { kind: 'DOELGROEP_LKS', appliedOn: '2026-11-01', endsOn: null };
    const both = await Promise.all([1, 2].map(() => publishing(served, clientId, application)));
    expect(new Set(both.map(({ result }) => result.__typename))).toEqual(new Set(['AlmeloDecisionPublished', 'DecisionRuleBroken']));
    expect(both.find(({ result }) => result.nearestDay)?.result.nearestDay).toBe('2027-11-01');
  });

  it('is refused with every problem of its input, and repeats its first answer', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const wrong = {
      kind: 'DOELGROEP_LKS',
      decidedOn: '2027-01-01',
      startsOn: null,
      endsOn: 'x',
      legalBasis: '',
      forfait: true,
      monthlyCents: 1.5,
      revisesId: '0189:x',
    };
    const { errors } = await publishing(served, clientId, wrong);
    expect(errors?.[0]?.extensions['problems'].map(({ path }: { path: string[] }) => path[1])).toEqual(
      expect.arrayContaining(['decidedOn', 'appliedOn', 'startsOn', 'endsOn', 'legalBasis', 'forfait', 'monthlyCents', 'revisesId']),
    );
    const again = { requestId: requestId() };
    const first = await publishing(served, clientId, again);
    expect((await publishing(served, clientId, again)).result).toEqual(first.result);
    expect(await served.db.read.em.count(DecisionRow)).toBe(1);
  });

  it('takes one statement for however many clients, beside client and logging', async () => {
    const served = await werkpleinForTest(dialect);
    const ids: string[] = [];
    for (let i = 0; i < 4; i += 1) ids.push(await registered(served));
    for (const id of ids) await publishing(served, id);
    const { statements } = await served.ask(regie, byId, { r: ids.map((id) => ({ __typename: 'AlmeloClient', id })) });
    expect(statements).toBe(2 + loggingStatements);
  });

  it('goes with the file of its client, also when decisions refer to each other', async () => {
    const served = await werkpleinForTest(dialect);
    const clientId = await registered(served);
    const loonwaardeId = await establishedLoonwaarde(served, clientId);
    const { id } = (await publishing(served, clientId, { loonwaardeId })).result.decision;
    await publishing(served, clientId, { revisesId: id });
    await served.db.write(({ em }) => em.update(DossierRow, { clientId }, { status: 'CLOSED', openClientId: null, closedOn: '2010-01-01' }));
    const erase = 'mutation ($input: EraseSubjectInput!) { almelo { eraseClient(input: $input) { __typename } } }';
    const input = { requestId: requestId(), subjectId: clientId, ground: 'NO_LONGER_NEEDED', dryRun: false };
    const { data } = await served.ask('almelo.privacyofficer', erase, { input });
    expect(data.almelo.eraseClient.__typename).toBe('Erased');
    expect([await served.db.read.em.count(DecisionRow), await served.db.read.em.count(LoonwaardeRow)]).toEqual([0, 0]);
  });
});
