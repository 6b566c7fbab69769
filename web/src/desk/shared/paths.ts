// Addresses of the employer desk. An id of the graph is a path segment as it is, but for its colon.

export const employerPath = (id: string): string => `/werkgevers/${encodeURIComponent(id)}`;
export const planPath = ({ id, employer }: { id: string; employer: { id: string } | null }): string =>
  `${employerPath(employer?.id ?? 'onbekend')}/contacten/${encodeURIComponent(id)}`;
export const planContactPath = (employerId: string): string => `${employerPath(employerId)}/plannen`;
export const recordPath = (employerId: string, planId?: string): string =>
  `${employerPath(employerId)}/vastleggen${planId === undefined ? '' : `?plan=${encodeURIComponent(planId)}`}`;
