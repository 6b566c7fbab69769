import { type ActorOf, addDays, addWorkingDays, type DatedParameter, isFinal, machine, type StateOf, type StepOf } from '@werkplein/kernel';

const open = ['REGISTERED', 'INTAKE', 'IN_PROGRAMME', 'PLACEABLE', 'PLACED', 'AFTERCARE'] as const;

/** Domain.md §6.2; deciding on rights and duties is for the municipality alone (Participatiewet art. 7 lid 4). */
export const dossierMachine = machine({
  name: 'dossier',
  title: 'Dossier',
  source: 'Participatiewet art. 7 lid 1 onder a en lid 4, art. 44a; afspraken van de Werkpleinen',
  states: {
    REGISTERED: 'Aangemeld',
    INTAKE: 'Intake',
    IN_PROGRAMME: 'In traject',
    PLACEABLE: 'Bemiddelbaar',
    PLACED: 'Geplaatst',
    AFTERCARE: 'Nazorg',
    SUSPENDED: 'Opgeschort',
    CLOSED: 'Afgesloten',
    TRANSFERRED: 'Overgedragen',
  },
  actors: {
    REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt',
    SYSTEM: 'het systeem, aan het eind van een verhuizing waarmee beide Werkpleinen akkoord zijn',
  },
  steps: {
    register: { from: [], to: 'REGISTERED', by: ['REGIE'], text: 'Aanmelden' },
    startIntake: { from: ['REGISTERED'], to: 'INTAKE', by: ['REGIE'], text: 'De intake starten' },
    establishPlan: { from: ['INTAKE'], to: 'IN_PROGRAMME', by: ['REGIE'], text: 'Het plan van aanpak vaststellen' },
    declarePlaceable: { from: ['IN_PROGRAMME'], to: 'PLACEABLE', by: ['REGIE'], text: 'Bemiddelbaar verklaren' },
    withdrawPlaceable: { from: ['PLACEABLE'], to: 'IN_PROGRAMME', by: ['REGIE'], text: 'Bemiddelbaar verklaren intrekken' },
    confirmPlacement: { from: ['PLACEABLE'], to: 'PLACED', by: ['REGIE'], text: 'Een plaatsing bevestigen' },
    startAftercare: { from: ['PLACED'], to: 'AFTERCARE', by: ['REGIE'], text: 'De nazorg starten' },
    resumeProgramme: { from: ['PLACED', 'AFTERCARE'], to: 'IN_PROGRAMME', by: ['REGIE'], text: 'Het traject hervatten na een plaatsing die ophield' },
    close: { from: ['IN_PROGRAMME', 'AFTERCARE'], to: 'CLOSED', by: ['REGIE'], text: 'Afsluiten' },
    discontinue: { from: [...open, 'SUSPENDED'], to: 'CLOSED', by: ['REGIE'], text: 'Voortijdig afsluiten' },
    suspend: { from: open, to: 'SUSPENDED', by: ['REGIE'], text: 'Opschorten' },
    resume: { from: ['SUSPENDED'], to: open, by: ['REGIE'], text: 'Hervatten' },
    transfer: { from: [...open, 'SUSPENDED'], to: 'TRANSFERRED', by: ['SYSTEM'], text: 'Overdragen' },
  },
});
export type DossierStatus = StateOf<typeof dossierMachine>;
export type DossierActor = ActorOf<typeof dossierMachine>;
export type DossierStep = Exclude<StepOf<typeof dossierMachine>, 'register'>;
export const dossierStatuses = Object.keys(dossierMachine.states) as DossierStatus[];

/** States in which a dossier is at its end. */
export const isEnd = (status: DossierStatus): boolean => isFinal(dossierMachine, status);

/** Terms of a Werkplein for the next step of a dossier. */
export interface StepTerms {
  intakeWithinWorkingDays: number;
  planWithinWeeks: number;
}

const WEEK = 7;

/** Last day for the next step of a dossier that comes into a state on this day; null when no term runs. Throws `ParameterMissing` for want of holidays. */
export const dueAfter = (
  status: DossierStatus,
  day: string,
  { intakeWithinWorkingDays, planWithinWeeks }: StepTerms,
  holidays: readonly DatedParameter[],
): string | null => {
  if (status === 'REGISTERED') return addWorkingDays(day, intakeWithinWorkingDays, holidays);
  return status === 'INTAKE' ? addDays(day, planWithinWeeks * WEEK) : null;
};

/** Why a dossier cannot take a step yet, and what can be done about it. */
export const dossierObstacles = {
  NO_KLANTREGISSEUR: 'Er is geen klantregisseur. Wijs er eerst een toe.',
  NO_PROFILE: 'Er is geen profiel van deze cliënt als kandidaat. Leg dat eerst vast.',
  NO_OCCUPATION: 'Het profiel noemt geen beroep.',
  NO_HOURS: 'Het profiel noemt geen uren per week.',
  NO_MOBILITY: 'Het profiel noemt geen postcode of geen reisafstand.',
  TERM_NOT_REACHED: 'De afgesproken termijn van de plaatsing is nog niet voorbij, of er is geen termijn afgesproken.',
  SUPPORT_RUNS: 'Er loopt nog begeleiding op de werkplek. Beëindig die eerst.',
  PROVISION_RUNS: 'Er loopt nog een voorziening. Beëindig die eerst.',
} as const;
export type DossierObstacleCode = keyof typeof dossierObstacles;

export interface DossierObstacle {
  code: DossierObstacleCode;
  /** What stands in the way, where there is something. */
  ids: string[];
}

export const obstacle = (code: DossierObstacleCode, ids: readonly string[] = []): DossierObstacle => ({ code, ids: [...ids] });

/** What a profile must say before somebody can be offered to employers. */
export interface PlaceableProfile {
  occupations: readonly unknown[];
  hoursMin: number | null;
  hoursMax: number | null;
  postcode4: string | null;
  maxTravelKm: number | null;
  withdrawnOn: string | null;
}

export const profileObstacles = (profile: PlaceableProfile | null): DossierObstacle[] => {
  if (profile === null || profile.withdrawnOn !== null) return [obstacle('NO_PROFILE')];
  return [
    ...(profile.occupations.length === 0 ? [obstacle('NO_OCCUPATION')] : []),
    ...(profile.hoursMin === null || profile.hoursMax === null ? [obstacle('NO_HOURS')] : []),
    ...(profile.postcode4 === null || profile.maxTravelKm === null ? [obstacle('NO_MOBILITY')] : []),
  ];
};

/** What lets the aftercare start. */
export const aftercareGrounds = ['TERM_REACHED', 'CONTRACT_WITHOUT_SUPPORT'] as const;
export type AftercareGround = (typeof aftercareGrounds)[number];

/** What the Werkplein cannot see for itself when a dossier is closed, for it runs at the NUO: who closes says to have looked. */
export const closingQuestions = {
  SERVICE_ORDERS: 'Loopt er bij de NUO geen opdracht meer voor deze cliënt? Trek een opdracht die nog openstaat eerst in, of beëindig die.',
  SUPPORTED_PLACEMENTS: 'Loopt er bij de NUO geen plaatsing met begeleiding meer van deze cliënt?',
} as const;
export type ClosingQuestion = keyof typeof closingQuestions;
export const closingQuestionCodes = Object.keys(closingQuestions) as ClosingQuestion[];
