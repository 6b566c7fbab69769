export { type AccountTeam, accountTeamOf, employersOf, ownerForWork } from './account.store.ts';
