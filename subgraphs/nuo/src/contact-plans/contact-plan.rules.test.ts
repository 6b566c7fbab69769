import { describe, expect, it } from 'vitest';
import {
  type AccountTeam,
  type Approach,
  type ApproachFacts,
  firstFreeDay,
  type LivePlan,
  type Obstacle,
  obstaclesOf,
  verdictOf,
} from './contact-plan.rules.ts';
import { isLive, mayTake, planStatuses, statusAt, type TransitionName, transitions } from './plan-status.rules.ts';

const someone = (employeeId: string, organisation = 'nuo') => ({ employeeId, name: employeeId, organisation });
const me = someone('b', '0189');
const wanted = (more: Partial<Approach> = {}): Approach => ({
  owner: me,
  window: { from: '2026-08-12', until: '2026-08-13' },
  firstDay: more.window?.from ?? '2026-08-12',
  contactPersonId: 'P',
  purpose: 'PROPOSAL',
  steering: 'AANBODGESTUURD',
  channel: 'VISIT',
  candidateIds: [],
  ...more,
});
const plan = (more: Partial<LivePlan> = {}): LivePlan => ({
  id: 'plan-1',
  owner: someone('a'),
  window: { from: '2026-08-10', until: '2026-08-14' },
  contactPersonId: 'P',
  purpose: 'VACANCY',
  ...more,
});
const facts = (more: Partial<ApproachFacts> = {}): ApproachFacts => ({
  employer: { status: 'ACTIVE', keyAccount: false, indNonMailing: false, coolDownDays: 14 },
  personDoNotContact: false,
  plans: [],
  outgoing: [],
  ownPlacement: false,
  accountTeam: null,
  proposedCandidates: 0,
  ...more,
});
const team = (more: Partial<AccountTeam> = {}): AccountTeam => ({ owner: someone('a'), team: [], closed: false, ...more });
const keyAccount = { status: 'ACTIVE', keyAccount: true, indNonMailing: false, coolDownDays: 14 };
const kinds = (approach: Partial<Approach>, known: Partial<ApproachFacts>): string =>
  obstaclesOf(wanted(approach), facts(known))
    .map(({ kind }) => kind)
    .join(' ');

describe('an approach meets', () => {
  it.each<[string, Partial<Approach>, Partial<ApproachFacts>, string]>([
    ['nothing', {}, {}, ''],
    ['K1: the same person', {}, { plans: [plan()] }, 'PLAN_CLASH'],
    ['K1: the same purpose with another person', { contactPersonId: 'Q', purpose: 'VACANCY' }, { plans: [plan()] }, 'PLAN_CLASH'],
    ['K1: the employer as such, twice', { contactPersonId: null }, { plans: [plan({ contactPersonId: null })] }, 'PLAN_CLASH'],
    ['no K1: another person and purpose', { contactPersonId: 'Q' }, { plans: [plan()] }, ''],
    ['no K1: one of both names nobody', { contactPersonId: null }, { plans: [plan()] }, ''],
    ['no K1: the day after', { window: { from: '2026-08-15', until: '2026-08-18' } }, { plans: [plan()] }, ''],
    ['no K1: the day before', { window: { from: '2026-08-05', until: '2026-08-09' } }, { plans: [plan()] }, ''],
    ['K1: the last day', { window: { from: '2026-08-14', until: '2026-08-18' } }, { plans: [plan()] }, 'PLAN_CLASH'],
    ['K1: a namesake in another organisation', {}, { plans: [plan({ owner: someone('b') })] }, 'PLAN_CLASH'],
    ['K6: an own plan', {}, { plans: [plan({ owner: me })] }, 'OWN_PLAN'],
    ['no K6: an own plan with another person and purpose', { contactPersonId: 'Q' }, { plans: [plan({ owner: me })] }, ''],
    ['K2: another organisation', {}, { outgoing: [{ day: '2026-08-01', organisations: ['nuo'] }] }, 'COOL_DOWN'],
    [
      'K2: the last of others',
      {},
      {
        outgoing: [
          { day: '2026-08-02', organisations: ['0141'] },
          { day: '2026-07-01', organisations: ['nuo'] },
        ],
      },
      'COOL_DOWN',
    ],
    [
      'K2: before an own contact',
      {},
      {
        outgoing: [
          { day: '2026-08-01', organisations: ['nuo'] },
          { day: '2026-08-03', organisations: ['0189'] },
        ],
      },
      'COOL_DOWN',
    ],
    ['no K2: an own contact', {}, { outgoing: [{ day: '2026-08-01', organisations: ['0189'] }] }, ''],
    ['no K2: a joint contact', {}, { outgoing: [{ day: '2026-08-01', organisations: ['nuo', '0189'] }] }, ''],
    ['no K2: the first free day', { window: { from: '2026-08-15', until: '2026-08-15' } }, { outgoing: [{ day: '2026-08-01', organisations: ['nuo'] }] }, ''],
    ['no K2: an appointment on the first free day', { firstDay: '2026-08-15' }, { outgoing: [{ day: '2026-08-01', organisations: ['nuo'] }] }, ''],
    [
      'no K2: a vacancy that was asked for',
      { purpose: 'VACANCY', steering: 'VRAAGGESTUURD' },
      { outgoing: [{ day: '2026-08-01', organisations: ['nuo'] }] },
      '',
    ],
    ['K2: aftercare of a placement of others', { purpose: 'AFTERCARE' }, { outgoing: [{ day: '2026-08-01', organisations: ['nuo'] }] }, 'COOL_DOWN'],
    ['no K2: aftercare of an own placement', { purpose: 'AFTERCARE' }, { outgoing: [{ day: '2026-08-01', organisations: ['nuo'] }], ownPlacement: true }, ''],
    ['K3: a key account of another', {}, { employer: keyAccount, accountTeam: team() }, 'ACCOUNT_OWNER'],
    ['no K3: no key account', {}, { accountTeam: team() }, ''],
    ['no K3: nobody owns it', {}, { employer: keyAccount }, ''],
    ['no K3: owned by nobody on that day', {}, { employer: keyAccount, accountTeam: team({ owner: null }) }, ''],
    ['K3: closed, owned by nobody', {}, { employer: keyAccount, accountTeam: team({ owner: null, closed: true }) }, 'ACCOUNT_OWNER'],
    ['no K3: in the team', {}, { employer: keyAccount, accountTeam: team({ team: [me] }) }, ''],
    ['K4: blocked', {}, { employer: { ...keyAccount, status: 'BLOCKED' } }, 'DO_NOT_APPROACH'],
    ['K4: the person', {}, { personDoNotContact: true }, 'DO_NOT_APPROACH'],
    ['K4: post', { channel: 'LETTER' }, { employer: { ...keyAccount, indNonMailing: true } }, 'DO_NOT_APPROACH'],
    ['no K4: another channel', {}, { employer: { ...keyAccount, indNonMailing: true } }, ''],
    ['K5: a second proposal', {}, { proposedCandidates: 1 }, 'CANDIDATE_PROPOSED'],
    ['no K5: another purpose', { purpose: 'AFTERCARE' }, { proposedCandidates: 1 }, ''],
  ])('%s', (_, approach, known, expected) => {
    expect(kinds(approach, known)).toBe(expected);
  });

  it.each([
    ['DO_NOT_APPROACH OWN_PLAN', 'CLOSED'],
    ['OWN_PLAN PLAN_CLASH', 'OWN'],
    ['PLAN_CLASH CANDIDATE_PROPOSED', 'CLASH'],
    ['CANDIDATE_PROPOSED COOL_DOWN', 'CLOSED'],
    ['COOL_DOWN ACCOUNT_OWNER', 'NEEDS_REASON'],
    ['', 'FREE'],
  ])('"%s" and is then %s', (met, expected) => {
    const warnings = new Set(['COOL_DOWN', 'ACCOUNT_OWNER']);
    const obstacles = met
      .split(' ')
      .filter(Boolean)
      .map((kind) => ({ kind, overrulable: warnings.has(kind) }) as Obstacle);
    expect(verdictOf(obstacles, false).kind).toBe(expected);
    expect(verdictOf(obstacles, true).kind).toBe(expected === 'NEEDS_REASON' ? 'FREE' : expected);
  });
});

it.each<[string, Partial<ApproachFacts>, string]>([
  ['nothing is in the way', {}, '2026-08-12'],
  ['one plan is', { plans: [plan()] }, '2026-08-15'],
  ['two plans are, a day apart', { plans: [plan(), plan({ id: '2', window: { from: '2026-08-16', until: '2026-08-20' } })] }, '2026-08-21'],
  ['two plans leave room', { plans: [plan(), plan({ id: '2', window: { from: '2026-08-17', until: '2026-08-20' } })] }, '2026-08-15'],
  [
    'a cool-down is, then a plan',
    { outgoing: [{ day: '2026-08-05', organisations: ['nuo'] }], plans: [plan({ window: { from: '2026-08-19', until: '2026-08-19' } })] },
    '2026-08-20',
  ],
  ['only an own plan is', { plans: [plan({ owner: me })] }, '2026-08-12'],
])('the first free day when %s', (_, known, expected) => {
  expect(firstFreeDay(wanted(), facts(known))).toBe(expected);
});

describe('a plan', () => {
  const end = new Date('2026-08-17T10:00:00.000Z');
  it.each([
    [-1, 'RESERVED', true],
    [0, 'EXPIRED', false],
    [1, 'EXPIRED', false],
  ])('that is reserved is, %i ms after its end, %s', (ms, status, live) => {
    const now = new Date(end.getTime() + ms);
    const reserved = { status: 'RESERVED' as const, expiresAt: end };
    expect([statusAt(reserved, now), isLive(reserved, now)]).toEqual([status, live]);
  });

  it('that is scheduled never expires, and one that ended is not live', () => {
    const live = planStatuses.filter((status) => isLive({ status, expiresAt: null }, end));
    expect(live).toEqual(['RESERVED', 'SCHEDULED']);
  });

  const people = { owner: someone('a'), participants: [someone('p')], offeredTo: someone('o') };
  it.each<[string, TransitionName[]]>([
    ['a', ['reserve', 'schedule', 'cancel', 'offer', 'carryOut']],
    ['p', ['carryOut']],
    ['o', ['refuse', 'takeOver']],
    ['x', []],
  ])('lets %s take these steps', (employeeId, expected) => {
    const steps = (Object.keys(transitions) as TransitionName[]).filter((step) => mayTake(step, someone(employeeId), false, people));
    expect(steps).toEqual(expected);
  });
  it('lets a coordinator take these steps', () => {
    const steps = (Object.keys(transitions) as TransitionName[]).filter((step) => mayTake(step, someone('x'), true, people));
    expect(steps).toEqual(['reserve', 'schedule', 'cancel', 'offer']);
  });
});
