import { type BsnVault, loadDemoClients } from '@werkplein/client-regie';
import { type DemoClient, testCompanies } from '@werkplein/demo';
import type { Database } from '@werkplein/kernel';
import { loadDemo } from '@werkplein/nuo';
import { fillAgreements } from './agreement-rows.ts';
import { fillHours } from './hours-rows.ts';
import { fillOrders } from './order-rows.ts';
import { fillPlacements } from './placement-rows.ts';
import { fillPlans, fillRegie, fillSupport, fillWholeWerkplein } from './regie-rows.ts';
import { fillSheltered } from './sheltered-rows.ts';
import { fillRegieChanges, fillTransfers } from './transfer-rows.ts';
import { fillWork, relatives, workDemo } from './work-rows.ts';
import { idIn, secretOf, today, type World, worlds } from './worlds.ts';

// One row of each kind in each world, with every column filled: what no row fills, no test can see.

const set = async (db: Database, table: string, id: string, values: Record<string, unknown>): Promise<void> => {
  await db.write((tx) => tx.em.update(table, { id }, values));
};

/** What figures count: one fact of this world, with every column filled. */
const fillFact = (db: Database, { municipality: { code }, clientId }: World, id: string, kind: string): Promise<void> =>
  db.write(async ({ em }) => {
    const whose = { municipality: code, payer: code, responsible: code, actor: code };
    const what = { subject: clientId, code: 'REGULAR', facet: 'OUTGOING', other: id, cause: id, amount: 3 };
    const when = { validFrom: '2026-10-01', validUntil: '2026-12-31', recordedAt: new Date(`${today}T09:00:00Z`), withdrawnAt: null };
    await em.insert('fact', { id, kind, ref: id, ...whose, ...what, ...when });
  });

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
  beschut: 'VASTGESTELD',
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
    term: '2026-12-31',
    establishedOn: '2026-06-01',
    nextEvaluationOn: '2026-12-01',
  },
  ladder: [
    { measuredOn: '2026-02-01', step: 2 },
    { measuredOn: '2026-08-01', step: 3 },
  ],
  provisions: [],
  exemptions: [],
  history: {
    steps: world.disclosed
      ? [
          { status: 'REGISTERED', on: '2026-01-01' },
          { status: 'INTAKE', on: '2026-01-05' },
        ]
      : [
          { status: 'REGISTERED', on: '2026-01-01' },
          { status: 'CLOSED', on: '2026-01-31' },
        ],
    outflow: world.disclosed ? null : 'OTHER_INCOME',
    followUp: { observedOn: '2026-08-01', works: 'YES', benefit: 'NO' },
    earlierKlantregisseur: null,
    loonwaarde: null,
  },
});

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
    await fillSupport(db, world);
    await fillTransfers(db, vault, world);
    await fillFact(db, world, `${code}:${idIn(world, 'fact').slice(4)}`, 'LADDER');
  }
  await fillWholeWerkplein(db, code);
  await db.write((tx) => tx.em.query("UPDATE law_parameter SET validUntil = '2027-12-31'"));
  await db.write((tx) =>
    tx.em.query(
      "UPDATE dossier SET statusReason = 'reden', outflow = 'WORK', placedOn = '2026-02-01', agreedUntil = '2026-12-01', dueOn = '2026-12-01', placementId = 'nuo:x'",
    ),
  );
  await db.write((tx) => tx.em.query("UPDATE doelgroep_axis SET validUntil = '2027-12-31', employedAtWswClosing = 1"));
};

const employee = { id: 'e1', name: 'Medewerker', organisation: 'nuo' };

/** The rows of the NUO, of all worlds. */
export const fillNuo = async (db: Database): Promise<void> => {
  await loadDemo(db, {
    serviceOrders: [],
    responsibilities: [],
    contactPlans: [],
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
    await fillOrders(db, world);
    await fillHours(db, world);
    await fillAgreements(db, world);
    await fillSheltered(db, world);
    await fillPlacements(db, world);
    await fillRegieChanges(db, world);
    await fillFact(db, world, idIn(world, 'fact'), 'CONTACT');
    // The moment that everything asks for is the one that replaced another.
    await set(db, 'contact_moment', idIn(world, 'moment'), { correctionOfId: idIn(world, 'correction'), contactPlanId: idIn(world, 'plan') });
  }
};
