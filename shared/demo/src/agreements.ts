import { municipalities, NUO } from '@werkplein/kernel';
import type { DemoAgreement, DemoAgreementVersion, DemoDirection } from './agreement.types.ts';
import { demoId } from './ids.ts';

const YEAR = 2026;
/** When the budget of the year was made: the NUO proposed, both sides accepted. */
const [proposed, accepted, established] = ['2025-11-03', '2025-11-17', '2025-12-08'] as const;

interface Wanted {
  indicator: string;
  direction: DemoDirection;
  /** Target of each municipality, in the order of the registry. */
  targets: readonly [number, number, number, number];
  amberBeyond: number;
  redBeyond: number;
}

const wanted: readonly Wanted[] = [
  { indicator: 'PLAATSINGEN_REGULIER', direction: 'HIGHER', targets: [36, 20, 8, 15], amberBeyond: 1, redBeyond: 4 },
  { indicator: 'PLAATSINGEN_DETACHERING', direction: 'HIGHER', targets: [30, 15, 10, 12], amberBeyond: 1, redBeyond: 3 },
  { indicator: 'PROEFPLAATSEN', direction: 'HIGHER', targets: [15, 8, 3, 4], amberBeyond: 1, redBeyond: 2 },
  { indicator: 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT', direction: 'HIGHER', targets: [50, 50, 50, 50], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING', direction: 'HIGHER', targets: [100, 100, 100, 100], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'WSW_ARBEIDSJAREN', direction: 'EXACT', targets: [340, 215, 80, 145], amberBeyond: 3, redBeyond: 8 },
  { indicator: 'UITSTROOM_NAAR_WERK', direction: 'HIGHER', targets: [20, 10, 4, 8], amberBeyond: 1, redBeyond: 3 },
  { indicator: 'GEM_LOONWAARDE', direction: 'HIGHER', targets: [55, 55, 55, 55], amberBeyond: 2, redBeyond: 6 },
  { indicator: 'OMZET_DETACHERING', direction: 'HIGHER', targets: [750_000, 400_000, 180_000, 300_000], amberBeyond: 25_000, redBeyond: 75_000 },
  { indicator: 'VERZUIM_PCT', direction: 'LOWER', targets: [5.5, 5.5, 5.5, 5.5], amberBeyond: 0.5, redBeyond: 1.5 },
  { indicator: 'LADDER_STIJGERS', direction: 'HIGHER', targets: [50, 50, 50, 50], amberBeyond: 4, redBeyond: 10 },
  { indicator: 'CONTACTEN', direction: 'HIGHER', targets: [1200, 700, 400, 500], amberBeyond: 25, redBeyond: 60 },
  { indicator: 'WERKGEVERS_ACTIEF', direction: 'HIGHER', targets: [120, 80, 40, 60], amberBeyond: 6, redBeyond: 20 },
  { indicator: 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', direction: 'LOWER', targets: [45, 45, 45, 45], amberBeyond: 2, redBeyond: 8 },
  { indicator: 'OPDRACHTEN_TE_LAAT', direction: 'LOWER', targets: [60, 30, 20, 20], amberBeyond: 2, redBeyond: 10 },
  { indicator: 'EXPLOITATIERESULTAAT', direction: 'HIGHER', targets: [0, 0, 0, 0], amberBeyond: 10_000, redBeyond: 40_000 },
  { indicator: 'TEVREDENHEID_DEELNEMERS_PCT', direction: 'HIGHER', targets: [80, 80, 80, 80], amberBeyond: 4, redBeyond: 10 },
];
/** Not agreed yet: the NUO proposed it in autumn, and the municipality has still to say. */
const stillProposed: Wanted = { indicator: 'OVERDRACHTEN_PER_CLIENT', direction: 'LOWER', targets: [1, 1, 1, 1], amberBeyond: 0.2, redBeyond: 0.5 };

const versionOf = (key: string, number: number, given: Omit<DemoAgreementVersion, 'id' | 'number'>): DemoAgreementVersion => ({
  id: demoId(NUO, `version of agreement ${key}`, number),
  number,
  ...given,
});

/** Half-way the budget was amended: fewer regular placements, at each municipality but the last. */
const AMENDED = 'PLAATSINGEN_REGULIER';
const amended = { proposedOn: '2026-06-15', nuoAcceptedOn: '2026-06-15', municipalityAcceptedOn: '2026-07-06', reason: 'Minder budget na de voorjaarsnota' };
/** Proposed and not accepted by the other side yet. */
const reconsidered = {
  proposedOn: '2026-10-19',
  nuoAcceptedOn: '2026-10-19',
  municipalityAcceptedOn: null,
  reason: 'Meer vraag naar proefplaatsen dan gedacht',
};

const agreementOf = (municipality: string, at: number, { indicator, direction, targets, amberBeyond, redBeyond }: Wanted): DemoAgreement => {
  const key = `${YEAR} ${municipality} ${indicator}`;
  const terms = { target: targets[at] as number, direction, amberBeyond, redBeyond };
  const concept = indicator === stillProposed.indicator;
  const budget = { ...terms, source: 'BUDGET' as const, reason: null };
  const first = concept
    ? versionOf(key, 1, { ...budget, proposedOn: '2026-10-05', nuoAcceptedOn: '2026-10-05', municipalityAcceptedOn: null })
    : versionOf(key, 1, { ...budget, proposedOn: proposed, nuoAcceptedOn: accepted, municipalityAcceptedOn: established });
  const adjusted = indicator === AMENDED && at < 3;
  const later = adjusted
    ? [versionOf(key, 2, { ...terms, target: Math.round(terms.target * 0.8), source: 'AMENDMENT', ...amended })]
    : indicator === 'PROEFPLAATSEN' && at === 3
      ? [versionOf(key, 2, { ...terms, target: terms.target + 2, source: 'AMENDMENT', ...reconsidered })]
      : [];
  return {
    id: demoId(NUO, `agreement ${key}`, 0),
    year: YEAR,
    municipality,
    indicator,
    status: concept ? 'CONCEPT' : adjusted ? 'ADJUSTED' : 'AGREED',
    versions: [first, ...later],
    manualValues:
      indicator === 'EXPLOITATIERESULTAAT'
        ? [
            { id: demoId(NUO, `manual ${key}`, 1), measuredOn: '2026-06-30', value: -4200 - 1100 * at, recordedOn: '2026-07-20', reason: 'Halfjaarcijfers' },
            {
              id: demoId(NUO, `manual ${key}`, 2),
              measuredOn: '2026-09-30',
              value: -6500 - 3900 * at,
              recordedOn: '2026-10-08',
              reason: 'Kwartaalcijfers, voor controle',
            },
          ]
        : [],
  };
};

/** What each municipality and the NUO agreed for the year of the demo, in several states. */
export const demoAgreements = (): DemoAgreement[] =>
  municipalities.flatMap(({ code }, at) => [...wanted, stillProposed].map((each) => agreementOf(code, at, each)));
