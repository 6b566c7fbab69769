// Addresses of the employer desk. An id of the graph is a path segment as it is, but for its colon.

export const employerPath = (id: string): string => `/werkgevers/${encodeURIComponent(id)}`;
export const planPath = ({ id, employer }: { id: string; employer: { id: string } | null }): string =>
  `${employerPath(employer?.id ?? 'onbekend')}/contacten/${encodeURIComponent(id)}`;
export const planContactPath = (employerId: string): string => `${employerPath(employerId)}/plannen`;
export const recordPath = (employerId: string, planId?: string): string =>
  `${employerPath(employerId)}/vastleggen${planId === undefined ? '' : `?plan=${encodeURIComponent(planId)}`}`;

export const editPath = (employerId: string): string => `${employerPath(employerId)}/wijzigen`;
export const branchPath = (employerId: string, branchId = 'nieuw'): string => `${employerPath(employerId)}/vestigingen/${encodeURIComponent(branchId)}`;
export const personPath = (employerId: string, personId = 'nieuw'): string => `${employerPath(employerId)}/personen/${encodeURIComponent(personId)}`;
export const newVacancyPath = (employerId: string): string => `${employerPath(employerId)}/vacatures/nieuw`;
export const vacancyPath = (employerId: string, vacancyId: string): string => `${employerPath(employerId)}/vacatures/${encodeURIComponent(vacancyId)}`;
export const proposalPath = (employerId: string, proposalId: string): string => `${employerPath(employerId)}/voordrachten/${encodeURIComponent(proposalId)}`;
export const accountsPath = (employerId: string): string => `${employerPath(employerId)}/accounts`;
export const newTaskPath = (employerId?: string): string => `/taken/nieuw${employerId === undefined ? '' : `?werkgever=${encodeURIComponent(employerId)}`}`;
