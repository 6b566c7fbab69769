import type {
  DemoAccount,
  DemoAgreement,
  DemoColleague,
  DemoContactAttempt,
  DemoContactMoment,
  DemoContactPlan,
  DemoEmployer,
  DemoParticipant,
  DemoPlacement,
  DemoProposal,
  DemoResponsibility,
  DemoServiceOrder,
  DemoShelteredWorker,
  DemoTeam,
  DemoVacancy,
  DemoWorkGroup,
  DemoWorkplace,
} from '@werkplein/demo';
import { type Database, insertMissing, localDay, type WriteTx } from '@werkplein/kernel';
import { writeAccounts, writeColleagues, writeTeams } from './accounts/load-demo-accounts.ts';
import { writeAgreements } from './agreements/load-demo-agreements.ts';
import { writeContactAttempts } from './contact-plans/load-demo-contact-attempts.ts';
import { stateDoubles } from './contact-plans/double-approach.facts.ts';
import { writeContactPlans } from './contact-plans/load-demo-contact-plans.ts';
import { demoKnowing, REGISTERED } from './demo-knowing.ts';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { commonKeys, indexEmployers } from './duplicates/match.store.ts';
import { storeSignals } from './duplicates/signal.store.ts';
import { stateContactsAlone } from './contacts/contact.facts.ts';
import { stateEmployersAlone } from './employers/employer.facts.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { freshBranch, freshContactPerson, freshEmployer } from './employers/fresh.ts';
import { displayName, nameKey } from './employers/name.rules.ts';
import { writeResponsibilities, writeServiceOrders } from './orders/load-demo-orders.ts';
import { noCommissioner } from './participants/commissioner.rules.ts';
import { Participant } from './participants/participant.entity.ts';
import { newPersons } from './persons/person.store.ts';
import { writePlacements } from './placements/load-demo-placements.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { isOpen } from './proposals/proposal.rules.ts';
import { writeShelteredWorkers, writeWorkGroups, writeWorkplaces } from './sheltered-work/load-demo-sheltered.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';

export interface NuoDemo {
  employers: Iterable<DemoEmployer>;
  contactMoments: Iterable<DemoContactMoment>;
  participants: Iterable<DemoParticipant>;
  placements: Iterable<DemoPlacement>;
  vacancies: Iterable<DemoVacancy>;
  proposals: Iterable<DemoProposal>;
  colleagues: Iterable<DemoColleague>;
  teams: Iterable<DemoTeam>;
  accounts: Iterable<DemoAccount>;
  serviceOrders: Iterable<DemoServiceOrder>;
  responsibilities: Iterable<DemoResponsibility>;
  contactPlans: Iterable<DemoContactPlan>;
  contactAttempts?: Iterable<DemoContactAttempt>;
  workGroups?: Iterable<DemoWorkGroup>;
  workplaces?: Iterable<DemoWorkplace>;
  shelteredWorkers?: Iterable<DemoShelteredWorker>;
  agreements?: Iterable<DemoAgreement>;
}

/** Hears after each batch how many of a kind are in, or of how many employers it is known what they have in common and which contacts came too soon. */
export type DemoProgress = (kind: keyof NuoDemo | 'doubleApproaches' | 'possibleDuplicates', done: number) => void;

const BATCH = 500;
const noSource = { sourceSystem: null, sourceKey: null };
function* batches<T>(all: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const employerRow = (demo: DemoEmployer): Employer => ({
  ...freshEmployer,
  ...demo,
  nameKey: nameKey(displayName(demo)),
  registeredOn: localDay(REGISTERED),
});

const writeEmployers = async (tx: WriteTx, demos: DemoEmployer[]): Promise<void> => {
  await insertMissing(tx, Employer, demos.map(employerRow));
  await insertMissing(
    tx,
    EmployerAlias,
    demos.map(({ id }) => ({ id, employerId: id })),
  );
  const branches = demos.flatMap((demo) =>
    demo.branches.map((branch): Branch => {
      const kvkNumber = branch.vestigingsnummer === null ? null : demo.kvkNumber;
      return { ...freshBranch, ...branch, employerId: demo.id, kvkNumber, houseNumber: String(branch.houseNumber) };
    }),
  );
  await insertMissing(tx, Branch, branches);
  const persons = demos.flatMap((demo) =>
    demo.contactPersons.map((person): ContactPerson => ({ ...freshContactPerson, ...person, employerId: demo.id, registeredAt: REGISTERED })),
  );
  await insertMissing(tx, ContactPerson, persons);
  const ids = demos.map(({ id }) => id);
  await indexEmployers(tx, ids);
  await stateEmployersAlone(tx, demoKnowing, ids);
};

const writeContactMoments = async (tx: WriteTx, demos: DemoContactMoment[]): Promise<void> => {
  const moments = demos.map(({ employerId, employee, ...demo }): ContactMoment => {
    const occurredAt = new Date(demo.occurredAt);
    return {
      ...demo,
      employerAliasId: employerId,
      occurredAt,
      organisation: employee.organisation,
      correctionOfId: null,
      contactPlanId: null,
      recordedAt: occurredAt,
      ...noSource,
    };
  });
  await insertMissing(tx, ContactMoment, moments);
  await stateContactsAlone(tx, demoKnowing, moments);
  const participants = demos.map(({ id, employee }) => ({
    contactMomentId: id,
    position: 0,
    employeeId: employee.id,
    name: employee.name,
    organisation: employee.organisation,
  }));
  await insertMissing(tx, ContactMomentParticipant, participants);
};

const writeParticipants = async (tx: WriteTx, demos: DemoParticipant[]): Promise<void> => {
  await newPersons(
    tx,
    demos.map(({ id }) => id),
  );
  await insertMissing(
    tx,
    Participant,
    demos.map((demo) => ({ ...noCommissioner, ...demo, personId: demo.id, ...noSource, version: 1 })),
  );
};

const writeVacancies = (tx: WriteTx, demos: DemoVacancy[]): Promise<void> =>
  insertMissing(
    tx,
    Vacancy,
    demos.map(({ employerId, registeredAt, ...demo }) => {
      const filled = demo.status === 'FILLED' ? demo.places : 0;
      const rest = { occupationCode: null, agreements: ['REGULAR'], salaryIndication: null, startsOn: null, version: 1 };
      return { ...demo, ...rest, filled, employerAliasId: employerId, registeredAt: new Date(registeredAt) };
    }),
  );

const writeProposals = (tx: WriteTx, demos: DemoProposal[]): Promise<void> =>
  insertMissing(
    tx,
    Proposal,
    demos.map(({ employerId, employee, proposedAt, ...demo }) => ({
      ...demo,
      openCandidateId: isOpen(demo.status) ? demo.candidateId : null,
      employerAliasId: employerId,
      reason: demo.status === 'REJECTED' ? 'De werkgever koos een ander' : null,
      employeeId: employee.id,
      employeeName: employee.name,
      organisation: employee.organisation,
      proposedAt: new Date(proposedAt),
      changedAt: new Date(proposedAt),
      version: 1,
    })),
  );

/** Writes demonstration rows, a batch per transaction. A run after a kill goes on where it was. */
export const loadDemo = async (db: Database, demo: NuoDemo, onProgress: DemoProgress = () => undefined): Promise<void> => {
  const load = async <T>(kind: Parameters<DemoProgress>[0], rows: Iterable<T>, write: (tx: WriteTx, batch: T[]) => Promise<void>): Promise<void> => {
    let done = 0;
    for (const batch of batches(rows)) {
      await db.write((tx) => write(tx, batch));
      done += batch.length;
      onProgress(kind, done);
    }
  };
  await load('colleagues', demo.colleagues, writeColleagues);
  const employerIds: string[] = [];
  await load('employers', demo.employers, async (tx, batch) => {
    await writeEmployers(tx, batch);
    employerIds.push(...batch.map(({ id }) => id));
  });
  await load('contactMoments', demo.contactMoments, writeContactMoments);
  // Both look at an employer beside all that is in, so once is enough, when all is. As if they had been found on the day of the demo; loading again finds the same.
  await load('doubleApproaches', employerIds, (tx, ids) => stateDoubles(tx, demoKnowing, ids));
  const common = await commonKeys(db.read);
  await load('possibleDuplicates', employerIds, async (tx, ids) => void (await storeSignals(tx, demoKnowing, ids, common)));
  await load('participants', demo.participants, writeParticipants);
  await load('serviceOrders', demo.serviceOrders, writeServiceOrders);
  await load('responsibilities', demo.responsibilities, writeResponsibilities);
  await load('placements', demo.placements, writePlacements);
  await load('workGroups', demo.workGroups ?? [], writeWorkGroups);
  await load('workplaces', demo.workplaces ?? [], writeWorkplaces);
  await load('shelteredWorkers', demo.shelteredWorkers ?? [], writeShelteredWorkers);
  await load('vacancies', demo.vacancies, writeVacancies);
  await load('proposals', demo.proposals, writeProposals);
  await load('teams', demo.teams, writeTeams);
  await load('accounts', demo.accounts, writeAccounts);
  await load('contactPlans', demo.contactPlans, writeContactPlans);
  await load('contactAttempts', demo.contactAttempts ?? [], writeContactAttempts);
  await load('agreements', demo.agreements ?? [], writeAgreements);
};
