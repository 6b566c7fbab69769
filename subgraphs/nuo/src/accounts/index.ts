export { type AccountTeam, accountTeamOf, ownerForWork } from './account.store.ts';
