/**
 * How far people came of whom the dossier was opened in a period (domain.md §9c, Q29): a cohort, not what happened in a period. A stage counts
 * who ever reached it, or one after it of the same source, until the day that is looked at.
 */
export const funnelStages = {
  REGISTERED: { label: 'Aangemeld', source: 'werkplein' },
  IN_PROGRAMME: { label: 'In traject', source: 'werkplein' },
  PLACEABLE: { label: 'Bemiddelbaar', source: 'werkplein' },
  PROPOSED: { label: 'Voorgedragen bij een werkgever', source: 'nuo' },
  PLACED: { label: 'Geplaatst', source: 'werkplein' },
  LASTED: { label: '26 weken aan het werk', source: 'werkplein' },
} as const;
export type FunnelStage = keyof typeof funnelStages;
export const funnelStageCodes = Object.keys(funnelStages) as FunnelStage[];

/** What one source answers of a cohort. */
export type StageCounts = Partial<Record<FunnelStage, number>>;
