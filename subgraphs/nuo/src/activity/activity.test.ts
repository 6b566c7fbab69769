import { OutboxEvent, placeEvents } from '@werkplein/kernel';
import { type Answer, demoUser, dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Participant } from '../participants/participant.entity.ts';
import { visibleEvents } from '../events/event.catalogue.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo } from '../testing/index.ts';

const feed = `query ($after: String, $first: Int! = 50, $employerIds: [ID!], $mine: Boolean! = false) {
  activity(after: $after, first: $first, employerIds: $employerIds, mine: $mine) { complete pageInfo { hasNextPage endCursor }
    nodes { id type at organisation { code } employer { id name } contactMoment { subject } placement { status } branch { name } contactPerson { name } } } }`;
const record = 'mutation ($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { __typename } } }';
const facts = { occurredAt: '2026-08-03T11:00:00+02:00', channel: 'VISIT', direction: 'OUTGOING', steering: 'AANBODGESTUURD', report: '' };

let requests = 0;
const requestId = (): string => `request-${++requests}`;
const contact = (nuo: TestNuo, employer: number, subject: string, user = 'wierden.accountmanager'): Promise<Answer> =>
  nuo.ask(user, record, { input: { requestId: requestId(), employerId: idOf('employer', employer), subject, ...facts } });
const read = async (nuo: TestNuo, variables: object = {}, user = 'nuo.accountmanager') => {
  await placeEvents(nuo.db);
  const { data, statements, errors } = await nuo.ask(user, feed, { ...variables });
  return { ...data?.activity, statements, errors };
};
const subjects = ({ nodes }: { nodes: { contactMoment: { subject: string } }[] }): string[] => nodes.map(({ contactMoment }) => contactMoment.subject);

describe.each(dialects)('activity on %s', (dialect) => {
  it('lists what each command did, with the records as they are now', async () => {
    const nuo = await nuoForTest(dialect, testDemo(1));
    const employerId = idOf('employer', 0);
    const send = async (field: string, type: string, input: object, user = 'nuo.jobcoach') => {
      const { data, errors } = await nuo.ask(user, `mutation ($input: ${type}!) { nuo { ${field}(input: $input) { __typename } } }`, {
        input: { requestId: requestId(), ...input },
      });
      expect(errors).toBeUndefined();
      return data.nuo[field].__typename as string;
    };
    const newEmployer = { legalName: 'Nieuw B.V.', kvkNumber: '68750110' };
    await send('registerEmployer', 'RegisterEmployerInput', newEmployer);
    await send('registerEmployer', 'RegisterEmployerInput', newEmployer);
    const branch = { name: 'Bijkantoor', street: 'Dorpsstraat', houseNumber: '1', postcode: '7607AB', city: 'Almelo', municipality: '0141' };
    await send('addBranch', 'AddBranchInput', { employerId, ...branch });
    await send('addContactPerson', 'AddContactPersonInput', { employerId, name: 'Jan Jansen' });
    await contact(nuo, 0, 'Eerste');
    const correction = { contactMomentId: idOf('moment', 0), ...facts, subject: 'Verbeterd', occurredAt: '2026-02-01T09:00:00Z' };
    await send('correctContactMoment', 'CorrectContactMomentInput', correction);
    const placementId = idOf('placement', 0);
    const end = { placementId, endedOn: '2026-08-01', result: 'CONTRACT', expectedVersion: 1 };
    await send('endPlacement', 'EndPlacementInput', end);
    expect(await send('endPlacement', 'EndPlacementInput', end)).toBe('StepRefused');
    const clientId = idOf('client', 99, '0141');
    await send('registerParticipant', 'RegisterParticipantInput', { clientId, municipality: '0141' });
    const known = idOf('participant', 1);
    await nuo.db.write(({ em }) => em.update(Participant, { id: known }, { clientId: null, name: 'Wsw' }));
    await send('correctParticipant', 'CorrectParticipantInput', { participantId: known, expectedVersion: 1, name: 'Jansen' });
    const placement = { participantId: known, employerId, kind: 'REGULAR', startsOn: '2026-08-02', hoursPerWeek: 24 };
    expect(await send('proposePlacement', 'ProposePlacementInput', placement)).toBe('PlacementProposed');

    const { nodes, complete, pageInfo } = await read(nuo);
    expect(nodes.map(({ type, employer }: { type: string; employer: { name: string } }) => `${type} ${employer.name}`)).toEqual([
      'EmployerRegistered Nieuw B.V.',
      'BranchAdded Bedrijf 0000 B.V.',
      'ContactPersonAdded Bedrijf 0000 B.V.',
      'ContactMomentRecorded Bedrijf 0000 B.V.',
      'ContactMomentCorrected Bedrijf 0000 B.V.',
      'PlacementEnded Bedrijf 0000 B.V.',
      'PlacementProposed Bedrijf 0000 B.V.',
    ]);
    expect(nodes[1].branch.name).toBe('Bijkantoor');
    expect(nodes[2].contactPerson.name).toBe('Jan Jansen');
    expect(nodes[3]).toMatchObject({ contactMoment: { subject: 'Eerste' }, organisation: { code: '0189' }, placement: null });
    expect(nodes[5]).toMatchObject({ placement: { status: 'ENDED' }, at: '2026-08-03T10:00:00.000Z' });
    expect([complete, pageInfo.hasNextPage]).toEqual([true, false]);

    const stored = await nuo.db.read.em.find(OutboxEvent);
    // Nothing of a person, and no id of a client, stands in an event.
    expect(JSON.stringify(stored)).not.toMatch(/Jan|Jansen|Eerste|0141:|Bedrijf/);
  });

  it('goes on where a reader was, each change once, while others write', async () => {
    const nuo = await nuoForTest(dialect, testDemo(2));
    await contact(nuo, 0, 'voor');
    await placeEvents(nuo.db);
    const { data } = await nuo.ask('nuo.accountmanager', '{ activityCursor }');
    let after: string = data.activityCursor;
    const seen: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([0, 1, 2].map((i) => contact(nuo, i % 2, `${round}.${i}`)));
      const page = await read(nuo, { after, first: 2 });
      seen.push(...subjects(page));
      after = page.pageInfo.endCursor;
    }
    for (let more = true; more; ) {
      const page = await read(nuo, { after, first: 5 });
      seen.push(...subjects(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    const rounds = seen.map((subject) => Number(subject[0]));
    expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
    const none = await read(nuo, { after });
    expect(none).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: after } });
  });

  it('is of my employers, or of those that I name', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    for (const i of [0, 1, 2]) await contact(nuo, i, `Van ${i}`);
    await contact(nuo, 1, 'Van mij', 'nuo.accountmanager');
    expect(subjects(await read(nuo, { mine: true }))).toEqual(['Van 1', 'Van mij']);
    expect(subjects(await read(nuo, { mine: true }, 'nuo.coordinator'))).toEqual([]);
    expect(subjects(await read(nuo, { employerIds: [idOf('employer', 0), idOf('employer', 2)] }))).toEqual(['Van 0', 'Van 2']);
    expect(subjects(await read(nuo, { employerIds: [idOf('employer', 0)], mine: true }))).toEqual([]);
    expect(subjects(await read(nuo, { employerIds: [] }))).toEqual([]);
  });

  it('is of the accounts that I own today or am in the team of, once I have any', async () => {
    const [me, other, boss] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator'] as const;
    const nuo = await nuoForTest(dialect, { ...testDemo(4), colleagues: people(me, other, boss) });
    await contact(nuo, 3, 'Waar ik was', me);
    const mine = async (user: string = me) => [...new Set(subjects(await read(nuo, { mine: true }, user)))];
    expect(await mine()).toEqual(['Waar ik was']);
    const assign = (i: number, owner: string, more: object = {}) =>
      command(
        nuo,
        boss,
        'assignAccountOwner',
        { employerId: idOf('employer', i), owner: refTo(owner), ...more },
        '... on AccountOwnerAssigned { account { id } }',
      );
    await assign(0, me);
    const { account } = await assign(1, other);
    const texts = { goal: '', agreements: '', opportunities: '' };
    await command(nuo, other, 'changeAccount', { accountId: account.id, ...texts, team: [refTo(me)], expectedVersion: 1 });
    await assign(2, me, { startsOn: '2026-09-01' });
    for (const i of [0, 1, 2]) await contact(nuo, i, `Bij ${i}`);
    const { nodes } = await read(nuo, { mine: true });
    const named = nodes.flatMap(({ contactMoment }: { contactMoment: { subject: string } | null }) => contactMoment?.subject ?? []);
    expect(named).toEqual(['Bij 0', 'Bij 1']);
    await assign(0, other, { expectedVersion: 1 });
    const left = (await read(nuo, { mine: true })).nodes.map(({ employer }: { employer: { id: string } }) => employer.id);
    expect(new Set(left)).toEqual(new Set([idOf('employer', 1)]));
  });

  it('takes as many statements for many changes as for few', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    await contact(nuo, 0, 'a');
    await contact(nuo, 1, 'a', 'nuo.accountmanager');
    const few = await read(nuo, { mine: true });
    for (let i = 0; i < 30; i += 1) await contact(nuo, i % 3, `b${i}`, i % 2 ? 'nuo.accountmanager' : undefined);
    const many = await read(nuo, { mine: true });
    expect([few.nodes.length, many.nodes.length]).toEqual([1, 32]);
    expect(many.statements).toBe(few.statements);
    process.stdout.write(`statements of the feed on ${dialect}: ${many.statements}\n`);
  });

  it('is refused to who may not see employers, and with a bookmark of another system', async () => {
    const nuo = await nuoForTest(dialect);
    expect((await read(nuo, {}, 'nuo.rapporteur')).errors[0].extensions.code).toBe('FORBIDDEN');
    expect((await read(nuo, { after: 'x' })).errors[0].extensions.code).toBe('BAD_INPUT');
    const employerIds = Array.from({ length: 201 }, (_, i) => idOf('employer', i));
    expect((await read(nuo, { employerIds })).errors[0].extensions.problems[0].path).toEqual(['employerIds']);
  });
});

it('shows an event about a person to the people who run placements only', () => {
  const sees = (user: string) => visibleEvents(demoUser(user)).has('ParticipantRegistered');
  expect(['nuo.jobcoach', 'nuo.accountmanager', 'wierden.klantregisseur'].map(sees)).toEqual([true, false, false]);
  // Of agreements and reports, which are about nobody.
  const ofNobody = /^(PerformanceAgreement|Agreement|QuarterReport|ManualValue)/;
  expect([...visibleEvents(demoUser('nuo.rapporteur'))].filter((type) => !ofNobody.test(type))).toEqual([]);
});
