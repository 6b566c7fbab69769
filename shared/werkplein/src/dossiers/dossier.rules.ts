/** States of a dossier (domain.md §6.2). */
export const dossierStatuses = ['REGISTERED', 'INTAKE', 'IN_PROGRAMME', 'PLACEABLE', 'PLACED', 'AFTERCARE', 'SUSPENDED', 'CLOSED', 'TRANSFERRED'] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** From → to, without suspending and transferring: those any open dossier may do. */
const steps: Record<DossierStatus, readonly DossierStatus[]> = {
  REGISTERED: ['INTAKE'],
  // The programme starts with the plan van aanpak: establishPlan takes the dossier there.
  INTAKE: [],
  IN_PROGRAMME: ['PLACEABLE', 'CLOSED'],
  PLACEABLE: ['IN_PROGRAMME', 'PLACED'],
  PLACED: ['AFTERCARE'],
  AFTERCARE: ['CLOSED'],
  SUSPENDED: [],
  CLOSED: [],
  TRANSFERRED: [],
};

/** States in which a dossier is at its end. */
export const isEnd = (status: DossierStatus): boolean => status === 'CLOSED' || status === 'TRANSFERRED';

export interface DossierState {
  status: DossierStatus;
  suspendedFrom: DossierStatus | null;
  /** Whether the client has a grondslag today: without one no programme starts. */
  hasGrondslag: boolean;
}

/** Where this dossier can go now. */
export const allowedNext = ({ status, suspendedFrom, hasGrondslag }: DossierState): DossierStatus[] => {
  if (isEnd(status)) return [];
  if (status === 'SUSPENDED') return [...(suspendedFrom === null ? [] : [suspendedFrom]), 'TRANSFERRED'];
  const forward = steps[status].filter((to) => to !== 'IN_PROGRAMME' || hasGrondslag);
  return [...forward, 'SUSPENDED', 'TRANSFERRED'];
};
