import { EmployerStatus } from './employer.types.ts';

const { PROSPECT, ACTIVE, DORMANT, BLOCKED, DISSOLVED, MERGED } = EmployerStatus;

/** From each status, where anyone of the employer staff may bring it; blocking and what undoes it is for the coordinator. */
const steps: Readonly<Record<EmployerStatus, { all: EmployerStatus[]; coordinator: EmployerStatus[] }>> = {
  [PROSPECT]: { all: [ACTIVE, DORMANT, DISSOLVED], coordinator: [BLOCKED] },
  [ACTIVE]: { all: [DORMANT, DISSOLVED], coordinator: [BLOCKED] },
  [DORMANT]: { all: [ACTIVE, DISSOLVED], coordinator: [BLOCKED] },
  [BLOCKED]: { all: [], coordinator: [PROSPECT, ACTIVE, DORMANT, DISSOLVED] },
  // A dissolution may have been recorded by mistake.
  [DISSOLVED]: { all: [], coordinator: [ACTIVE, DORMANT] },
  // Only undoing the merge leads away from it.
  [MERGED]: { all: [], coordinator: [] },
};

export const nextStatuses = (from: EmployerStatus, coordinator: boolean): EmployerStatus[] => [
  ...steps[from].all,
  ...(coordinator ? steps[from].coordinator : []),
];
