export { demoAgreements } from './agreements.ts';
export type * from './agreement.types.ts';
export { demoAccounts, demoColleagues, demoOrderColleagues, demoTeams } from './accounts.ts';
export { demoClient, demoClientId, demoClients } from './clients.ts';
export { demoContactMoments } from './contact-moments.ts';
export { demoContactAttempts } from './contact-attempts.ts';
export { demoContactPlans } from './contact-plans.ts';
export { demoBranchId, demoEmployer, demoEmployerId, demoEmployers } from './employers.ts';
export { derivedId } from './ids.ts';
export { demoOrderedPlacements } from './ordered-placements.ts';
export { demoParticipants, demoPlacements, demoTrialsBefore } from './placements.ts';
export { demoResponsibilities } from './responsibilities.ts';
export { demoOrderedParticipants, demoServiceOrders } from './service-orders.ts';
export {
  demoShelteredWorkers,
  demoWorkGroups,
  demoWorkplaces,
  type DemoShelteredWorker,
  type DemoWorkGroup,
  type DemoWorkplace,
} from './sheltered.ts';
export { demoTwinId, demoTwins, MERGED_TWIN } from './twins.ts';
export { testBsns, testCompanies } from './published.ts';
export { type DemoSizes, demoSizes } from './sizes.ts';
export { demoTaakstelling } from './support.ts';
export * from './placement.types.ts';
export * from './types.ts';
export type * from './work.types.ts';
export { demoProposals, demoVacancies } from './vacancies.ts';
export { demoLearningLines } from './learning.ts';
export type * from './lending.types.ts';
export { demoSecondments } from './secondments.ts';
export { demoClosedMonths, demoTimesheets } from './timesheets.ts';
