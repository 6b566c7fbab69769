export { demoAccounts, demoColleagues, demoTeams } from './accounts.ts';
export { demoClient, demoClientId, demoClients } from './clients.ts';
export { demoContactMoments } from './contact-moments.ts';
export { demoBranchId, demoEmployer, demoEmployerId, demoEmployers } from './employers.ts';
export { demoParticipants, demoPlacements } from './placements.ts';
export { testBsns, testCompanies } from './published.ts';
export { type DemoSizes, demoSizes } from './sizes.ts';
export * from './types.ts';
export { demoProposals, demoVacancies } from './vacancies.ts';
