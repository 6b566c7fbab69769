import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { NuoParameterRow } from '../parameters/nuo-parameter.entity.ts';
import { command } from '../testing/colleagues.ts';
import { loggingStatements, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';
import { sharedNuo } from '../testing/shared-nuo.ts';
import { newEmployment, newParticipant, newWorker } from '../testing/sheltered.ts';
import { Indication, IndicationHandicap } from './indication.entity.ts';

const consultant = 'nuo.detacheringsconsulent';
const decision = {
  requestedOn: '2026-03-01',
  decidedOn: '2026-06-01',
  validUntil: '2031-06-01',
  targetGroup: 'BELONGS',
  category: 'ERNSTIG',
  advisedForm: 'BEGELEID_WERKEN',
};
const shown = 'id requestedOn decidedOn validUntil targetGroup category advisedForm reindicationRequestedOn version';
const due = `query ($within: Int, $first: Int, $after: String) { reindicationsDue(within: $within, first: $first, after: $after) {
  termWeeks source nodes { requestBy late participant { id } indication { id validUntil } } pageInfo { hasNextPage endCursor } } }`;

describe.each(dialects)('an indication on %s', (dialect) => {
  const nuo = sharedNuo(dialect, testDemo(1));
  const record = (input: object, user = consultant) =>
    command(
      nuo(),
      user,
      'recordIndication',
      input,
      `... on IndicationRecorded { indication { ${shown} } } ... on IndicationTermOutOfBounds { minYears maxYears source }
      ... on NotAWswWorker { participant { id } } ... on NuoParameterMissing { code }`,
    );

  it('is recorded beside those before it, the latest first', async () => {
    const participantId = await newWorker(nuo());
    expect((await record({ participantId, ...decision })).indication).toMatchObject({ ...decision, reindicationRequestedOn: null, version: 1 });
    const { data } = await nuo().ask('nuo.jobcoach', `{ participant(id: "${participantId}") { indications { decidedOn category } } }`);
    expect(data.participant.indications).toEqual([
      { decidedOn: '2026-06-01', category: 'ERNSTIG' },
      { decidedOn: '2015-01-01', category: 'MATIG' },
    ]);
  });

  it('is of a Wsw worker, for 1 to 50 years, by the parameters of the day', async () => {
    const participantId = await newWorker(nuo(), null);
    for (const validUntil of ['2027-05-30', '2076-06-02'])
      expect(await record({ participantId, ...decision, validUntil })).toMatchObject({ __typename: 'IndicationTermOutOfBounds', minYears: 1, maxYears: 50 });
    expect(await record({ participantId, ...decision, requestedOn: null, decidedOn: '2014-12-31' })).toEqual({
      __typename: 'NuoParameterMissing',
      code: 'INDICATION_TERM_MIN',
    });
    const nobody = await newParticipant(nuo());
    expect(await record({ participantId: nobody, ...decision })).toEqual({ __typename: 'NotAWswWorker', participant: { id: nobody } });
  });

  it('is corrected when it was recorded wrongly, once, and within the term', async () => {
    const participantId = await newWorker(nuo());
    const { id: indicationId } = (await nuo().db.read.em.findOneBy(Indication, { participantId })) as Indication;
    const correct = (more: object) =>
      command(
        nuo(),
        consultant,
        'correctIndication',
        { indicationId, expectedVersion: 1, ...decision, ...more },
        `... on IndicationRecorded { indication { ${shown} } } ... on IndicationVersionConflict { currentVersion } ... on IndicationTermOutOfBounds { maxYears }`,
      );
    expect(await correct({ validUntil: '2099-01-01' })).toMatchObject({ __typename: 'IndicationTermOutOfBounds' });
    expect((await correct({})).indication).toMatchObject({ ...decision, id: indicationId, version: 2 });
    expect(await correct({})).toEqual({ __typename: 'IndicationVersionConflict', currentVersion: 2 });
    expect((await correct({ decidedOn: 'x' })).paths).toEqual(['decidedOn']);
    expect(await correct({ indicationId: 'nuo:none' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused with every problem at once, and to who keeps no personnel files', async () => {
    const participantId = await newWorker(nuo());
    const wrong = { ...decision, requestedOn: '2026-09-01', decidedOn: '2026-08-04', validUntil: '2026-08-04', category: null, advisedForm: null };
    expect((await record({ participantId, ...wrong })).paths).toEqual(['decidedOn', 'requestedOn', 'validUntil', 'category', 'advisedForm']);
    expect((await record({ participantId, ...decision, targetGroup: 'BELOW' })).paths).toEqual(['category', 'advisedForm']);
    for (const user of ['nuo.jobcoach', 'nuo.functioneelbeheerder', 'wierden.klantregisseur'])
      expect(await record({ participantId, ...decision }, user)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has handicap codes that nothing of the graph shows', async () => {
    const participantId = await newWorker(nuo());
    const { id: indicationId } = (await nuo().db.read.em.findOneBy(Indication, { participantId })) as Indication;
    await nuo().db.write(({ em }) => em.insert(IndicationHandicap, { id: `nuo:handicap-${indicationId.slice(-4)}`, indicationId, position: 1, code: '987' }));
    const fields = await nuo().ask(
      consultant,
      `{ participant(id: "${participantId}") { indications { ${shown} } wswWorker { birthDate } shelteredEmployments { id } } }`,
    );
    expect(JSON.stringify(fields)).not.toContain('987');
    const { errors } = await nuo().ask(consultant, `{ participant(id: "${participantId}") { indications { handicapCodes } } }`);
    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe.each(dialects)('re-indications that must be asked for on %s', (dialect) => {
  const employed = async (nuo: TestNuo, validUntil: string, responsibleMunicipality = '0189') => {
    const participantId = await newWorker(nuo, { validUntil }, {}, responsibleMunicipality);
    await newEmployment(nuo, participantId, { responsibleMunicipality });
    return participantId;
  };
  const listed = async (nuo: TestNuo, user = consultant, variables: object = { within: 30, first: 50 }) => {
    const { data, errors } = await nuo.ask(user, due, variables as Record<string, unknown>);
    return (
      errors ??
      data.reindicationsDue.nodes.map(({ participant, requestBy, late }: { participant: { id: string }; requestBy: string; late: boolean }) => [
        participant.id,
        requestBy,
        late,
      ])
    );
  };

  it('are those of people at work, sixteen weeks before the end, with where the rule comes from', async () => {
    const nuo = await nuoForTest(dialect);
    // Today is 2026-08-03: sixteen weeks and thirty days later is 2026-12-23.
    const [last, next] = [await employed(nuo, '2026-12-23'), await employed(nuo, '2026-12-24')];
    const late = await employed(nuo, '2026-11-22', '0141');
    const today = await employed(nuo, '2026-11-23');
    const gone = await newWorker(nuo, { validUntil: '2026-10-01' });
    await newEmployment(nuo, gone, { state: 'ENDED', endsOn: '2026-07-01' });
    await newWorker(nuo, { validUntil: '2026-10-01' });
    const again = await employed(nuo, '2026-10-01');
    await nuo.db.write(({ em }) => em.update(Indication, { participantId: again }, { reindicationRequestedOn: '2026-06-01' }));
    const renewed = await employed(nuo, '2026-10-01');
    await nuo.db.write(({ em }) =>
      em.insert(Indication, {
        id: 'nuo:renewed',
        participantId: renewed,
        requestedOn: null,
        decidedOn: '2026-07-01',
        validUntil: '2031-07-01',
        targetGroup: 'BELONGS',
        category: 'MATIG',
        advisedForm: 'NOT_BEGELEID_WERKEN',
        reindicationRequestedOn: null,
        version: 1,
      }),
    );
    expect(await listed(nuo)).toEqual([
      [late, '2026-08-02', true],
      [today, '2026-08-03', false],
      [last, '2026-09-02', false],
    ]);
    expect(await listed(nuo, consultant, { within: 31, first: 50 })).toContainEqual([next, '2026-09-03', false]);
    expect(await listed(nuo, 'wierden.klantregisseur')).toEqual(
      [
        [today, '2026-08-03', false],
        [last, '2026-09-02', false],
      ].map(([, by, isLate]) => [expect.anything(), by, isLate]),
    );
    expect((await listed(nuo, 'almelo.kwaliteitsmedewerker')).length).toBe(1);
    expect((await listed(nuo, 'nuo.rapporteur'))[0].extensions.code).toBe('FORBIDDEN');
    expect((await listed(nuo, consultant, { within: 367, first: 50 }))[0].extensions.problems[0].path).toEqual(['within']);
    const { data } = await nuo.ask(consultant, due, { within: 30, first: 1 });
    expect(data.reindicationsDue).toMatchObject({ termWeeks: 16, source: expect.stringContaining('BWBR0017240'), pageInfo: { hasNextPage: true } });
    expect(await listed(nuo, consultant, { within: 30, first: 2, after: data.reindicationsDue.pageInfo.endCursor })).toHaveLength(2);
  });

  it('are done when UWV was asked, in time or late, once', async () => {
    const nuo = await nuoForTest(dialect);
    const participantId = await employed(nuo, '2026-11-23');
    const { id: indicationId } = (await nuo.db.read.em.findOneBy(Indication, { participantId })) as Indication;
    const ask = (requestedOn: string, expectedVersion = 1, user = consultant) =>
      command(
        nuo,
        user,
        'recordReindicationRequest',
        { indicationId, requestedOn, expectedVersion },
        '... on ReindicationRequestRecorded { requestBy late indication { reindicationRequestedOn version } } ... on IndicationVersionConflict { currentVersion }',
      );
    expect(await ask('2026-08-04')).toMatchObject({ paths: ['requestedOn'] });
    expect(await ask('2014-12-31')).toMatchObject({ paths: ['requestedOn'] });
    expect(await ask('2026-08-03', 1, 'wierden.klantregisseur')).toMatchObject({ code: 'FORBIDDEN' });
    const answers = await Promise.all([ask('2026-08-03'), ask('2026-08-01')]);
    expect(answers.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['IndicationVersionConflict', 'ReindicationRequestRecorded']);
    expect(answers.find(({ __typename }) => __typename === 'ReindicationRequestRecorded')).toMatchObject({
      requestBy: '2026-08-03',
      late: false,
      indication: { version: 2 },
    });
    expect(await listed(nuo)).toEqual([]);
  });

  it('are none while no term is known, and take the same statements however many there are', async () => {
    const nuo = await nuoForTest(dialect);
    await employed(nuo, '2026-10-01');
    const one = (await nuo.ask(consultant, due, { within: 30, first: 50 })).statements;
    for (let i = 0; i < 3; i += 1) await employed(nuo, '2026-10-02');
    const four = await nuo.ask(consultant, due, { within: 30, first: 50 });
    expect(four.data.reindicationsDue.nodes).toHaveLength(4);
    expect([four.statements, one]).toEqual([one, 3 + loggingStatements]);
    await nuo.db.write(({ em }) => em.delete(NuoParameterRow, { code: 'REINDICATION_REQUEST_TERM' }));
    expect((await nuo.ask(consultant, due, { within: 30, first: 50 })).data.reindicationsDue).toMatchObject({ nodes: [], termWeeks: null, source: null });
  });
});
