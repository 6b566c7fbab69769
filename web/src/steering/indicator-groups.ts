import { steering } from '../texts/steering.ts';

export type GroupName = keyof typeof steering.groups;

/** Figures that are read together. One that is in no group stands in the last. */
export const groups: Record<GroupName, readonly string[]> = {
  placements: [
    'PLAATSINGEN_REGULIER',
    'PLAATSINGEN_DETACHERING',
    'PLAATSINGEN_BEGELEID_WERKEN',
    'PROEFPLAATSEN',
    'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT',
    'UITSTROOM_NAAR_WERK',
    'DUURZAME_UITSTROOM_26W',
  ],
  sheltered: ['BESCHUT_GEREALISEERD_VS_TAAKSTELLING', 'WACHTLIJST_BESCHUT', 'WSW_ARBEIDSJAREN', 'WSW_SE'],
  people: ['LADDER_STIJGERS', 'GEM_LOONWAARDE', 'TEVREDENHEID_DEELNEMERS_PCT'],
  money: ['NTW_PER_FTE', 'OMZET_DETACHERING', 'VERZUIM_PCT', 'EXPLOITATIERESULTAAT'],
  employers: ['WERKGEVERS_ACTIEF', 'CONTACTEN', 'VOORKOMEN_DUBBELINGEN'],
  cooperation: ['DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', 'OPDRACHTEN_TE_LAAT', 'OVERDRACHTEN_PER_CLIENT'],
};

export const groupNames = Object.keys(groups) as GroupName[];
const LAST: GroupName = 'cooperation';

export const groupOf = (indicator: string): GroupName => groupNames.find((name) => groups[name].includes(indicator)) ?? LAST;
/** Where an indicator stands among the others. */
export const placeInGroups = (indicator: string): number => {
  const all = Object.values(groups).flat();
  const at = all.indexOf(indicator);
  return at === -1 ? all.length : at;
};
