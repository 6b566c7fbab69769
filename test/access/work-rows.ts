import type { DemoAccount, DemoEmployer } from '@werkplein/demo';
import type { Database } from '@werkplein/kernel';
import type { NuoDemo } from '@werkplein/nuo';
import { candidateIdOf, idIn, type Kind, type World, workerOf, worlds } from './worlds.ts';

// The work on the employer of each world: vacancies, proposals, plans, accounts and tasks, all of one colleague of its municipality.

const at = (time: string): Date => new Date(`2026-11-${time}:00Z`);
const colleagueOf = (world: World): string => `${workerOf(world).organisation}:${workerOf(world).id}`;
const demoColleague = (world: World) => ({ ...workerOf(world), leavesOn: '2028-01-01' });
/** To whom the account and the plan are offered. */
const nextOf = (world: World) => ({
  id: `demo-${world.municipality.field}-klantregisseur`,
  name: 'Klantregisseur',
  organisation: world.municipality.code,
  leavesOn: null,
});

/** Employers to which the one of this world is related. */
export const relatives = (world: World): DemoEmployer[] =>
  (['mother', 'daughter'] as const).map((kind) => ({
    id: idIn(world, kind),
    index: world.index,
    kvkNumber: null,
    registrationReason: 'Verzonnen',
    legalName: `Familie ${kind} ${world.index}`,
    tradeNames: [],
    legalForm: 'BV',
    sbiCode: '47110',
    sbiVersion: 'SBI2025',
    employees: 5,
    status: 'ACTIVE',
    keyAccount: false,
    branches: [],
    contactPersons: [],
  }));

/** Of the four vacancies the first fits the candidate, who is proposed for the second, at the daughter; the last two may be one. */
const vacancies = worlds.flatMap((world) =>
  (
    [
      ['vacancy', `vak${world.index}`, 2],
      ['offered', `ander${world.index}`, 3],
      ['twin', `tweeling${world.index}`, 1],
      ['otherTwin', `tweeling${world.index}`, 1],
    ] as [Kind, string, number][]
  ).map(([kind, occupation, places]) => ({
    id: idIn(world, kind),
    employerId: idIn(world, 'employer'),
    branchId: idIn(world, 'branch'),
    title: `Werk ${occupation}`,
    description: 'Omschrijving',
    occupation,
    postcode4: '7607',
    places,
    hoursMin: 16,
    hoursMax: 32,
    workingLevelMin: 2,
    drivingLicences: ['B'],
    offersAdaptation: false,
    offersGuidance: false,
    onlyDoelgroepregister: false,
    closesOn: '2027-06-30',
    status: 'OPEN' as const,
    filledOn: null,
    organisation: world.municipality.code,
    registeredAt: '2026-10-01T09:00:00.000Z',
  })),
);

/** Another candidate of the municipality, of whom the Werkplein shows nothing, is proposed for the first vacancy. */
const otherCandidate = ({ municipality, index }: World): string => candidateIdOf(municipality.code, index + 100);

const proposals = worlds.flatMap((world) =>
  (
    [
      ['proposal', world.candidateId, 'offered'],
      ['otherProposal', otherCandidate(world), 'vacancy'],
    ] as [Kind, string, Kind][]
  ).map(([kind, candidateId, vacancy]) => ({
    id: idIn(world, kind),
    candidateId,
    municipality: world.municipality.code,
    employerId: idIn(world, 'employer'),
    vacancyId: idIn(world, vacancy),
    status: 'INTERVIEW' as const,
    proposedAt: '2026-11-02T09:00:00.000Z',
    employee: workerOf(world),
  })),
);

const taskOf = (world: World, kind: Kind, status: 'OPEN' | 'DONE'): DemoAccount['tasks'][number] => ({
  id: idIn(world, kind),
  title: 'Terugbellen',
  assignee: demoColleague(world),
  teamId: idIn(world, 'team'),
  dueOn: '2026-11-24',
  remindAt: '2026-11-20T09:00:00.000Z',
  status,
  createdBy: demoColleague(world),
  createdAt: '2026-11-01T09:00:00.000Z',
});

export const workDemo = (): Pick<NuoDemo, 'vacancies' | 'proposals' | 'colleagues' | 'teams' | 'accounts'> => ({
  vacancies,
  proposals,
  colleagues: worlds.flatMap((world) => [demoColleague(world), nextOf(world)]),
  teams: worlds.map((world) => ({ id: idIn(world, 'team'), name: `Team ${world.index}`, members: [demoColleague(world)] })),
  accounts: worlds.map((world) => ({
    id: idIn(world, 'account'),
    employerId: idIn(world, 'employer'),
    owner: demoColleague(world),
    ownerId: idIn(world, 'ownership'),
    startsOn: '2026-01-01',
    team: [nextOf(world)],
    closed: false,
    goal: 'Doel',
    agreements: 'Afspraken',
    opportunities: 'Kansen',
    tasks: [taskOf(world, 'task', 'OPEN'), taskOf(world, 'doneTask', 'DONE')],
  })),
});

const plansOf = (world: World): Record<string, unknown>[] => {
  const { id: ownerId, name: ownerName, organisation: ownerOrganisation } = workerOf(world);
  const next = nextOf(world);
  const holder = { employeeId: next.id, name: next.name, organisation: next.organisation };
  const window = { from: '2026-11-25', until: '2026-11-27' };
  const obstacle = {
    kind: 'PLAN_CLASH',
    overrulable: true,
    message: 'Er is al een plan.',
    holder,
    organisations: [next.organisation],
    window,
    contactPlanId: idIn(world, 'earlierPlan'),
    freeFrom: '2026-11-28',
  };
  const plan = {
    employerAliasId: idIn(world, 'employer'),
    branchId: idIn(world, 'branch'),
    contactPersonId: idIn(world, 'person'),
    purpose: 'RELATION',
    steering: 'AANBODGESTUURD',
    channel: 'PHONE',
    windowFrom: window.from,
    windowUntil: window.until,
    plannedAt: at('25T09:00'),
    startsAt: at('25T09:00'),
    ownerId,
    ownerName,
    ownerOrganisation,
    expiresAt: at('30T09:00'),
    overrides: [obstacle],
    overrideReason: 'Reden',
    offeredTo: holder,
    createdAt: at('01T09:00'),
    version: 1,
  };
  return [
    { ...plan, id: idIn(world, 'earlierPlan'), status: 'CANCELLED', previousId: null },
    // Offered to who asks as the worker: what is offered to them is a list of their own.
    {
      ...plan,
      id: idIn(world, 'plan'),
      status: 'RESERVED',
      previousId: idIn(world, 'earlierPlan'),
      offeredTo: { employeeId: ownerId, name: ownerName, organisation: ownerOrganisation },
    },
  ];
};

const accountsOf = (world: World): Record<string, unknown>[] => {
  const account = { employerAliasId: idIn(world, 'employer'), closed: false, goal: 'Doel', agreements: 'Afspraken', opportunities: 'Kansen', version: 1 };
  return [
    { ...account, id: idIn(world, 'branchAccount'), scope: 'BRANCH', scopeKey: idIn(world, 'branch'), branchId: idIn(world, 'branch'), sector: null },
    { ...account, id: idIn(world, 'sectorAccount'), scope: 'SECTOR', scopeKey: 'zorg', branchId: null, sector: 'Zorg' },
  ];
};

const eventsOf = (world: World): Record<string, unknown>[] =>
  (
    [
      ['BranchAdded', 'Branch', 'branch'],
      ['ContactPersonAdded', 'ContactPerson', 'person'],
      ['ContactMomentRecorded', 'ContactMoment', 'moment'],
      ['PlacementStarted', 'Placement', 'placement'],
    ] as [string, string, Kind][]
  ).map(([type, kind, of], n) => ({
    id: `nuo:00000000-0000-7000-8099-${String(world.index * 10 + n).padStart(12, '0')}`,
    position: world.index * 10 + n + 1,
    type,
    kind,
    aggregateId: idIn(world, of),
    topicId: idIn(world, 'employer'),
    relatedIds: [],
    organisation: world.municipality.code,
    at: at('02T09:00'),
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
  }));

/** What no loader of demonstration rows makes, and the columns that it leaves empty. */
export const fillWork = (db: Database, world: World): Promise<void> =>
  db.write(async (tx) => {
    const insert = async (table: string, rows: Record<string, unknown>[]): Promise<void> => {
      await tx.em.insert(table, rows);
    };
    const worker = workerOf(world);
    const employer = idIn(world, 'employer');
    const [mother, daughter] = [idIn(world, 'mother'), idIn(world, 'daughter')];
    await insert('contact_plan', plansOf(world));
    await insert('contact_attempt', [
      {
        id: idIn(world, 'attempt'),
        attemptId: idIn(world, 'attempt'),
        at: at('02T10:00'),
        employerAliasId: employer,
        employeeId: worker.id,
        organisation: worker.organisation,
        kind: 'PLAN_CLASH',
        outcome: 'REFUSED',
        contactPlanId: null,
        followedBy: null,
      },
    ]);
    await insert('contact_plan_participant', [
      { contactPlanId: idIn(world, 'plan'), organisation: 'nuo', employeeId: 'e2', name: 'Collega', joinedAt: at('03T09:00') },
    ]);
    await insert('contact_plan_candidate', [{ contactPlanId: idIn(world, 'plan'), candidateId: world.candidateId }]);
    await insert('account', accountsOf(world));
    await tx.em.update('account_owner', { id: idIn(world, 'ownership') }, { endsOn: '2027-12-31', openFor: null });
    await tx.em.update('account_member', { accountId: idIn(world, 'account') }, { role: 'Vervanger' });
    await insert('account_hand_over', [
      {
        id: idIn(world, 'handOver'),
        accountId: idIn(world, 'account'),
        fromId: colleagueOf(world),
        status: 'OFFERED',
        toId: `${nextOf(world).organisation}:${nextOf(world).id}`,
        note: 'Graag',
        offeredAt: at('10T09:00'),
        decidedAt: null,
        openFor: idIn(world, 'account'),
      },
    ]);
    for (const kind of ['task', 'doneTask'] as const) await tx.em.update('task', { id: idIn(world, kind) }, { contactMomentId: idIn(world, 'moment') });
    await tx.em.update('vacancy', { employerAliasId: employer }, { occupationCode: null, salaryIndication: 'cao', startsOn: '2026-12-01' });
    await tx.em.update('vacancy', { id: idIn(world, 'vacancy') }, { occupationCode: `V${world.index}`, filledOn: '2026-11-10' });
    // Elsewhere: no vacancy fits of an employer that has the candidate proposed (K5).
    await tx.em.update('vacancy', { id: idIn(world, 'offered') }, { employerAliasId: daughter, branchId: null });
    await tx.em.update('proposal', { id: idIn(world, 'proposal') }, { employerAliasId: daughter });
    for (const kind of ['proposal', 'otherProposal'] as const) await tx.em.update('proposal', { id: idIn(world, kind) }, { reason: 'Reden' });
    const decided = {
      reason: 'Reden',
      mergedAt: at('03T09:00'),
      mergedBy: worker,
      reversibleUntil: at('30T09:00'),
      undoneAt: world.disclosed ? at('04T09:00') : null,
      undoneBy: worker,
    };
    await insert('employer_merge', [{ id: idIn(world, 'merge'), survivorId: employer, vanishedId: mother, survivorVersion: 1, ...decided }]);
    await insert('duplicate_signal', [
      {
        id: idIn(world, 'signal'),
        firstId: employer,
        secondId: mother,
        class: 'STRONG',
        score: 80,
        reasons: ['SAME_NAME'],
        keyHash: 'x',
        status: 'OPEN',
        note: 'Kijken',
        version: 1,
        raisedAt: at('03T09:00'),
        decidedAt: null,
        decidedBy: worker,
      },
    ]);
    await insert('outbox_event', eventsOf(world));
    await tx.em.update('outbox_sequence', { id: 1 }, { last: 100 });
    if (world.disclosed)
      await insert('calendar_feed', [
        {
          id: idIn(world, 'feed'),
          organisation: worker.organisation,
          employeeId: worker.id,
          secretHash: `hash-${world.index}`,
          createdAt: at('01T09:00'),
          expiresAt: new Date('2027-11-01T09:00:00Z'),
        },
      ]);
  });
