import { type Municipality, municipalities, type PurposeCode, type Role } from '@werkplein/kernel';

/**
 * Rows of one municipality that refer to each other only: an employer with a contact, a participant, a placement and a client.
 * So everything that is under one row belongs to one municipality, and `own` has one meaning in the whole of an answer.
 */
export interface World {
  index: number;
  name: string;
  municipality: Municipality;
  /** Whether the Werkplein discloses this client to the NUO, in all parts. */
  disclosed: boolean;
  /** Published by RvIG for tests. */
  bsn: string;
  ownReference: string;
  clientId: string;
  /** The same person, without who it is. */
  candidateId: string;
}

const bsns = ['999990019', '999993653', '999994669', '999992740', '999990925'];
const uuid = (kind: number, index: number): string => `00000000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(index).padStart(8, '0')}`;
export const rowId = (world: World, kind: number): string => `nuo:${uuid(kind, world.index)}`;
export const candidateIdOf = (code: string, index: number): string => `${code}:${uuid(8, index)}`;
export const clientIdOf = (code: string, index: number): string => `${code}:${uuid(7, index)}`;

const world = (municipality: Municipality, index: number, disclosed: boolean): World => ({
  index,
  name: `${municipality.field}${disclosed ? '' : ', not disclosed'}`,
  municipality,
  disclosed,
  bsn: bsns[index] as string,
  ownReference: `geheim-${municipality.code}-nr-${index}`,
  clientId: clientIdOf(municipality.code, index),
  candidateId: candidateIdOf(municipality.code, index),
});

const [first, ...rest] = municipalities.map((municipality, index) => world(municipality, index, true)) as [World, ...World[]];
/** In the last one the client is not disclosed and the dossier is closed. */
export const worlds: readonly World[] = [first, ...rest, world(first.municipality, municipalities.length, false)];

/** Kinds of rows, as part of their ids. */
export const kinds = {
  employer: 1,
  branch: 2,
  person: 3,
  moment: 4,
  participant: 5,
  placement: 6,
  correction: 14,
  mother: 20,
  daughter: 21,
  vacancy: 22,
  offered: 23,
  twin: 24,
  otherTwin: 25,
  proposal: 26,
  otherProposal: 27,
  plan: 28,
  earlierPlan: 29,
  account: 30,
  branchAccount: 31,
  sectorAccount: 32,
  ownership: 33,
  handOver: 34,
  task: 35,
  doneTask: 36,
  team: 37,
  signal: 38,
  merge: 39,
  feed: 40,
  attempt: 41,
  order: 42,
  orderStep: 43,
  responsible: 44,
  nextResponsible: 45,
  secondment: 80,
  rate: 81,
  learningLine: 82,
  learningStep: 83,
  certificate: 84,
  note: 85,
  timesheet: 86,
  oldTimesheet: 87,
  gap: 88,
  interruption: 46,
  placementStep: 47,
  earlierIndication: 60,
  indication: 61,
  handicap: 62,
  residence: 63,
  employment: 64,
  earlierEmployment: 65,
  terms: 66,
  earlierTerms: 67,
  workGroup: 68,
  workplace: 69,
  workplaceStay: 72,
  claim: 70,
  delivery: 71,
  transfer: 90,
  mover: 91,
  movedPlacement: 92,
  regie: 93,
  formerRegie: 94,
  letter: 95,
  movedEmployment: 96,
  movedTerms: 97,
  agreement: 110,
  agreedTerms: 111,
  openTerms: 112,
  manualValue: 113,
  report: 114,
} as const;
export type Kind = keyof typeof kinds;
export const idIn = (world: World, kind: Kind): string => rowId(world, kinds[kind]);

/** Of which an agreement and a report of this world are: another in each. */
export const yearOf = ({ index }: World): number => 2026 - index;

/** The expert of the NUO who is appointed for every loonwaarde. */
export const expertId = 'demo-nuo-jobcoach';
/** What a Werkplein measured and decided of the client of this world. */
export const regieIdsOf = ({ municipality, index }: World) => ({
  loonwaarde: `${municipality.code}:${uuid(50, index)}`,
  decision: `${municipality.code}:${uuid(51, index)}`,
  correction: `${municipality.code}:${uuid(52, index)}`,
  trial: `${municipality.code}:${uuid(53, index)}`,
  provision: `${municipality.code}:${uuid(54, index)}`,
});

/** Text that only those may read who may see the client of this world. */
export const secretOf = ({ municipality, index }: World): string => `geheim-${municipality.code}-${index}`;

export interface Caller {
  name: string;
  employeeId: string;
  displayName: string;
  organisation: string;
  roles: Role[];
  /** Stated with every question. */
  purpose?: PurposeCode;
}

/** The calendar day on which the tests of access happen. */
export const today = '2026-11-23';

/** Who works on the employer of this world: its plans, accounts, tasks and calendar. */
export const workerOf = ({ municipality }: World): { id: string; name: string; organisation: string } => ({
  id: `demo-${municipality.field}-accountmanager`,
  name: `Demo accountmanager ${municipality.name}`,
  organisation: municipality.code,
});
