import { type BsnVault, loadDemoClients } from '@werkplein/client-regie';
import { type DemoClient, testCompanies } from '@werkplein/demo';
import type { Database } from '@werkplein/kernel';
import { loadDemo } from '@werkplein/nuo';
import { fillWork, relatives, workDemo } from './work-rows.ts';
import { expertId, idIn, regieIdsOf, secretOf, type World, worlds } from './worlds.ts';

// One row of each kind in each world, with every column filled: what no row fills, no test can see.

/** The calendar day on which the tests of access happen. */
export const today = '2026-11-23';

const set = async (db: Database, table: string, id: string, values: Record<string, unknown>): Promise<void> => {
  await db.write((tx) => tx.em.update(table, { id }, values));
};

const clientOf = (world: World): DemoClient => ({
  id: world.clientId,
  index: world.index,
  bsn: world.bsn,
  ownReference: world.ownReference,
  givenNames: `${secretOf(world)}-voornaam`,
  prefix: 'van',
  familyName: `${secretOf(world)}-achternaam`,
  birthDate: '1985-04-03',
  postcode: '7607AB',
  houseNumber: 12,
  street: `${secretOf(world)}-straat`,
  city: 'Almelo',
  registeredOn: '2026-01-01',
  status: world.disclosed ? 'INTAKE' : 'CLOSED',
  klantregisseur: { id: `demo-${world.municipality.field}-klantregisseur`, name: 'Klantregisseur' },
  grondslag: 'NUG',
  wswStatus: 'GEEN',
  beschut: 'GEEN',
  doelgroepregister: 'NEE',
  doelgroepLks: 'NEE',
  disclosedParts: world.disclosed ? ['NAME', 'CONTACT', 'KLANTREGISSEUR', 'DOELGROEP'] : [],
  disclosedUntil: '2027-01-01',
  candidate: {
    id: world.candidateId,
    visibility: world.disclosed ? 'NUO' : 'INTERNAL',
    occupations: [
      { code: null, text: `vak${world.index}` },
      { code: null, text: `${secretOf(world)}-beroep` },
    ],
    hoursMin: 16,
    hoursMax: 32,
    postcode4: '7607',
    maxTravelKm: 20,
    workingLevel: 3,
    drivingLicences: ['B'],
    needsAdaptation: false,
    needsGuidance: true,
  },
  plan: {
    goal: 'Werk in het groen',
    support: 'Jobcoach',
    fromStep: 2,
    toStep: 4,
    term: 'een half jaar',
    establishedOn: '2026-06-01',
    nextEvaluationOn: '2026-12-01',
  },
  ladder: [
    { measuredOn: '2026-02-01', step: 2 },
    { measuredOn: '2026-08-01', step: 3 },
  ],
});

/** An ended plan, the established one and a concept, an evaluation, and a disclosure that was withdrawn. */
const fillPlans = async (db: Database, { clientId, municipality, index }: World): Promise<void> => {
  const id = (kind: number): string => `${municipality.code}:00000000-0000-7000-8060-${String(kind * 100 + index).padStart(12, '0')}`;
  const writtenAt = new Date(`${today}T09:00:00Z`);
  const content = {
    goals: [{ text: 'Werk', fromStep: 2, toStep: 4, term: 'een half jaar' }],
    support: ['Jobcoach'],
    obligations: [{ code: 'SOLLICITEREN', legalBasis: 'Participatiewet art. 9', validFrom: '2026-01-01', validUntil: '2026-12-31' }],
    consequences: 'Geen',
    nextEvaluationOn: '2026-12-01',
    discussedOn: '2026-06-01',
  };
  const plan = {
    clientId,
    content,
    evaluateOn: null,
    version: 1,
    writtenById: 'e1',
    writtenByName: 'Medewerker',
    writtenAt,
    conceptOf: null,
    establishedOf: null,
  };
  const evaluation = { clientId, evaluatedOn: '2026-09-01', samenspraak: true, outcome: 'Goed', nextEvaluationOn: '2026-12-01' };
  const recorded = { recordedById: 'e1', recordedByName: 'Medewerker', recordedAt: writtenAt };
  await db.write(async ({ em }) => {
    await em.query(`UPDATE plan SET number = 2 WHERE clientId = '${clientId}'`);
    const [current] = await em.query<[{ id: string }]>(`SELECT id FROM plan WHERE clientId = '${clientId}'`);
    await em.update('plan', { id: current.id }, { content });
    await em.insert('plan', [
      { ...plan, id: id(1), number: 1, status: 'ENDED', establishedOn: '2025-06-01', endedOn: '2026-05-31', endReason: 'Nieuw plan' },
      { ...plan, id: id(2), number: 3, status: 'CONCEPT', conceptOf: clientId, establishedOn: null, endedOn: null, endReason: null },
    ]);
    await em.insert('plan_evaluation', { ...evaluation, ...recorded, id: id(3), planId: current.id });
    for (const { id: disclosure } of await em.query<{ id: string }[]>(`SELECT id FROM disclosure WHERE clientId = '${clientId}'`)) {
      await em.update('disclosure', { id: disclosure }, { note: 'Overlegd', ...recorded });
    }
    const withdrawn = { clientId, parts: ['NAME'], purpose: 'BEMIDDELING', validFrom: '2026-01-01', validUntil: '2026-02-01', withdrawnAt: writtenAt };
    await em.insert('disclosure', { ...withdrawn, ...recorded, id: id(4), version: 1, note: 'Overlegd', changedInto: null });
  });
};

/** A loonwaarde that is due for review and for a decision, and a decision that another corrects. */
const fillRegie = async (db: Database, world: World): Promise<void> => {
  const ids = regieIdsOf(world);
  const { clientId } = world;
  const decision = {
    clientId,
    kind: 'JOBCOACH',
    outcome: 'GRANTED',
    appliedOn: '2026-09-01',
    decideBy: '2026-10-01',
    decidedOn: '2026-09-15',
    startsOn: '2026-10-01',
    endsOn: '2027-03-31',
    legalBasis: `${secretOf(world)}-grondslag`,
    parameterSet: '2026-07',
    loonwaardeId: ids.loonwaarde,
    forfait: false,
    monthlyCents: 101_021,
    documentRef: `${secretOf(world)}-brief`,
    decidedBy: 'e1',
    publishedAt: new Date(`${today}T09:00:00Z`),
    extendsId: null,
    revisesId: null,
  };
  await db.write(async ({ em }) => {
    await em.insert('loonwaardebepaling', {
      id: ids.loonwaarde,
      clientId,
      state: 'ESTABLISHED',
      functionName: `${secretOf(world)}-functie`,
      hoursPerWeek: 24,
      requestedOn: '2026-09-01',
      plannedOn: '2026-09-08',
      expertId,
      expertName: 'Deskundige',
      expertOrganisation: 'nuo',
      carriedOutOn: '2026-09-08',
      tasks: [{ name: 'Taak', timePct: 100, pacePct: 80, qualityPct: 80, netTimePct: 80 }],
      wageValuePct: 51.2,
      establishedOn: '2026-09-15',
      validFrom: '2026-09-15',
      reviewOn: '2026-12-01',
      lksDecideBy: '2026-10-20',
      rejectedReason: 'reden',
      version: 4,
    });
    await em.insert('decision', { ...decision, id: ids.decision });
    await em.insert('decision', { ...decision, id: ids.correction, revisesId: ids.decision, extendsId: ids.decision });
  });
};

/** The rows of one Werkplein. */
export const fillWerkplein = async (db: Database, vault: BsnVault, code: string): Promise<void> => {
  const own = worlds.filter(({ municipality }) => municipality.code === code);
  await loadDemoClients(db, own.map(clientOf), vault);
  for (const { clientId, candidateId, index } of own) {
    await set(db, 'client', clientId, { houseNumberAddition: 'a' });
    await set(db, 'candidate', candidateId, {
      availableFrom: '2026-12-01',
      occupations: [
        { code: `V${index}`, text: `vak${index}` },
        { code: null, text: `${secretOf(worlds[index] as World)}-beroep` },
      ],
    });
  }
  for (const world of own) {
    await fillRegie(db, world);
    await fillPlans(db, world);
  }
  await db.write((tx) => tx.em.query("UPDATE law_parameter SET validUntil = '2027-12-31'"));
  await db.write((tx) => tx.em.query("UPDATE dossier SET statusReason = 'reden'"));
  await db.write((tx) => tx.em.query("UPDATE doelgroep_axis SET validUntil = '2027-12-31'"));
};

const employee = { id: 'e1', name: 'Medewerker', organisation: 'nuo' };

/** The rows of the NUO, of all worlds. */
export const fillNuo = async (db: Database): Promise<void> => {
  await loadDemo(db, {
    employers: worlds.flatMap((world) => [
      ...relatives(world),
      {
        id: idIn(world, 'employer'),
        index: world.index,
        kvkNumber: testCompanies[world.index]?.kvkNumber as string,
        registrationReason: 'reden',
        legalName: `Wereld ${world.index} B.V.`,
        tradeNames: [`Wereld ${world.index}`],
        legalForm: 'BV',
        sbiCode: '47110',
        sbiVersion: 'SBI2025' as const,
        employees: 10,
        status: 'ACTIVE' as const,
        keyAccount: true,
        branches: [
          {
            id: idIn(world, 'branch'),
            vestigingsnummer: `00000000000${world.index}`,
            name: 'Vestiging',
            street: 'Dorpsstraat',
            houseNumber: 1,
            postcode: '7607AB',
            city: 'Almelo',
            municipality: world.municipality.code,
            main: true,
          },
        ],
        contactPersons: [{ id: idIn(world, 'person'), name: 'Persoon', jobTitle: 'Directeur', email: 'p@voorbeeld.example', phone: '+31546123456' }],
      },
    ]),
    contactMoments: worlds.flatMap((world) =>
      (['moment', 'correction'] as const).map((kind) => ({
        id: idIn(world, kind),
        employerId: idIn(world, 'employer'),
        contactPersonId: idIn(world, 'person'),
        occurredAt: '2026-10-01T09:00:00.000Z',
        channel: 'PHONE' as const,
        direction: 'OUTGOING' as const,
        steering: 'VRAAGGESTUURD' as const,
        subject: 'Onderwerp',
        report: 'Verslag',
        succeeded: true,
        employee,
      })),
    ),
    participants: worlds.map((world) => ({
      id: idIn(world, 'participant'),
      index: world.index,
      clientId: world.clientId,
      municipality: world.municipality.code,
      name: `${secretOf(world)}-deelnemer`,
      registeredOn: '2026-01-01',
    })),
    placements: worlds.map((world) => ({
      id: idIn(world, 'placement'),
      participantId: idIn(world, 'participant'),
      clientId: world.clientId,
      municipality: world.municipality.code,
      employerId: idIn(world, 'employer'),
      branchId: idIn(world, 'branch'),
      kind: 'REGULAR' as const,
      status: world.disclosed ? ('ACTIVE' as const) : ('ENDED' as const),
      startsOn: '2026-02-01',
      expectedEndOn: '2027-02-01',
      endedOn: world.disclosed ? null : '2026-03-01',
      hoursPerWeek: 24,
    })),
    ...workDemo(),
  });
  for (const world of worlds) {
    const changed = { changedAt: new Date(`${today}T09:00:00Z`), changedBy: employee };
    await set(db, 'employer', idIn(world, 'employer'), {
      ...changed,
      rsin: '111222333',
      parentId: idIn(world, 'mother'),
      domains: [`wereld-${world.index}.example`],
      websites: [`https://wereld-${world.index}.example`],
    });
    await set(db, 'employer', idIn(world, 'daughter'), { parentId: idIn(world, 'employer') });
    await set(db, 'branch', idIn(world, 'branch'), {
      ...changed,
      phone: '+31546123456',
      email: 'b@voorbeeld.example',
      website: 'https://voorbeeld.example',
    });
    await set(db, 'contact_person', idIn(world, 'person'), {
      ...changed,
      branchId: idIn(world, 'branch'),
      preferredChannel: 'PHONE',
      preferenceNote: 'Na tienen',
      verifiedOn: today,
    });
    await fillWork(db, world);
    // The moment that everything asks for is the one that replaced another.
    await set(db, 'contact_moment', idIn(world, 'moment'), { correctionOfId: idIn(world, 'correction'), contactPlanId: idIn(world, 'plan') });
  }
};
