import type { DemoDirection } from './agreement.types.ts';

// Invented targets, near what the demo itself counts: on a dashboard some are reached, some nearly and some not.

export interface Wanted {
  indicator: string;
  direction: DemoDirection;
  /** Target of each municipality, in the order of the registry. */
  targets: readonly [number, number, number, number];
  amberBeyond: number;
  redBeyond: number;
  /** A number of things or euros, which a demo of another scale has more or fewer of. */
  counts?: true;
}

const counts = true;

/** Of the year before the demo: all of it was kept in facts, so it could be settled. */
export const lastYear: readonly Wanted[] = [
  { indicator: 'PLAATSINGEN_REGULIER', direction: 'HIGHER', targets: [30, 10, 5, 6], amberBeyond: 1, redBeyond: 4, counts },
  { indicator: 'PLAATSINGEN_DETACHERING', direction: 'HIGHER', targets: [26, 12, 5, 7], amberBeyond: 1, redBeyond: 4, counts },
  { indicator: 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT', direction: 'HIGHER', targets: [50, 50, 50, 50], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING', direction: 'HIGHER', targets: [100, 100, 100, 100], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'WSW_ARBEIDSJAREN', direction: 'EXACT', targets: [350, 215, 85, 145], amberBeyond: 3, redBeyond: 8, counts },
  { indicator: 'UITSTROOM_NAAR_WERK', direction: 'HIGHER', targets: [20, 10, 4, 8], amberBeyond: 1, redBeyond: 3, counts },
  { indicator: 'LADDER_STIJGERS', direction: 'HIGHER', targets: [50, 50, 50, 50], amberBeyond: 4, redBeyond: 10 },
  { indicator: 'CONTACTEN', direction: 'HIGHER', targets: [1200, 690, 350, 520], amberBeyond: 25, redBeyond: 60, counts },
  { indicator: 'WERKGEVERS_ACTIEF', direction: 'HIGHER', targets: [1150, 580, 220, 400], amberBeyond: 20, redBeyond: 60, counts },
  { indicator: 'EXPLOITATIERESULTAAT', direction: 'HIGHER', targets: [0, 0, 0, 0], amberBeyond: 10_000, redBeyond: 40_000 },
];

export const thisYear: readonly Wanted[] = [
  { indicator: 'PLAATSINGEN_REGULIER', direction: 'HIGHER', targets: [36, 20, 8, 15], amberBeyond: 1, redBeyond: 4, counts },
  { indicator: 'PLAATSINGEN_DETACHERING', direction: 'HIGHER', targets: [30, 15, 10, 12], amberBeyond: 1, redBeyond: 3, counts },
  { indicator: 'PROEFPLAATSEN', direction: 'HIGHER', targets: [65, 18, 12, 10], amberBeyond: 1, redBeyond: 4, counts },
  { indicator: 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT', direction: 'HIGHER', targets: [50, 50, 50, 50], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING', direction: 'HIGHER', targets: [100, 100, 100, 100], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'WSW_ARBEIDSJAREN', direction: 'EXACT', targets: [340, 215, 80, 145], amberBeyond: 3, redBeyond: 8, counts },
  { indicator: 'UITSTROOM_NAAR_WERK', direction: 'HIGHER', targets: [20, 10, 4, 8], amberBeyond: 1, redBeyond: 3, counts },
  { indicator: 'GEM_LOONWAARDE', direction: 'HIGHER', targets: [55, 55, 55, 55], amberBeyond: 2, redBeyond: 6 },
  { indicator: 'OMZET_DETACHERING', direction: 'HIGHER', targets: [3_300_000, 1_700_000, 800_000, 1_500_000], amberBeyond: 50_000, redBeyond: 200_000, counts },
  { indicator: 'VERZUIM_PCT', direction: 'LOWER', targets: [5.5, 5.5, 5.5, 5.5], amberBeyond: 0.5, redBeyond: 1.5 },
  { indicator: 'LADDER_STIJGERS', direction: 'HIGHER', targets: [50, 50, 50, 50], amberBeyond: 4, redBeyond: 10 },
  { indicator: 'CONTACTEN', direction: 'HIGHER', targets: [1150, 650, 400, 480], amberBeyond: 25, redBeyond: 60, counts },
  { indicator: 'WERKGEVERS_ACTIEF', direction: 'HIGHER', targets: [1100, 550, 190, 330], amberBeyond: 20, redBeyond: 60, counts },
  { indicator: 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', direction: 'LOWER', targets: [45, 45, 45, 45], amberBeyond: 2, redBeyond: 8 },
  { indicator: 'OPDRACHTEN_TE_LAAT', direction: 'LOWER', targets: [25, 5, 5, 6], amberBeyond: 2, redBeyond: 10, counts },
  { indicator: 'EXPLOITATIERESULTAAT', direction: 'HIGHER', targets: [0, 0, 0, 0], amberBeyond: 10_000, redBeyond: 40_000 },
  { indicator: 'TEVREDENHEID_DEELNEMERS_PCT', direction: 'HIGHER', targets: [80, 80, 80, 80], amberBeyond: 4, redBeyond: 10 },
];

/** Not agreed yet: the NUO proposed it in autumn, and the municipality has still to say. */
export const stillProposed: Wanted = { indicator: 'OVERDRACHTEN_PER_CLIENT', direction: 'LOWER', targets: [1, 1, 1, 1], amberBeyond: 0.2, redBeyond: 0.5 };

/** On the table for the year after the demo. */
export const nextYear: readonly Wanted[] = [
  { indicator: 'PLAATSINGEN_REGULIER', direction: 'HIGHER', targets: [34, 20, 8, 14], amberBeyond: 1, redBeyond: 4, counts },
  { indicator: 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT', direction: 'HIGHER', targets: [55, 55, 55, 55], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING', direction: 'HIGHER', targets: [100, 100, 100, 100], amberBeyond: 5, redBeyond: 15 },
  { indicator: 'WERKGEVERS_ACTIEF', direction: 'HIGHER', targets: [1120, 560, 190, 340], amberBeyond: 20, redBeyond: 60, counts },
];
