// What other features use of persons. Lock order: employer, person, participant, order, placement.
export { learnPersonToken, type TokenLearned, type WhoseToken } from './learn-person-token.ts';
export { type HeldPerson, lockPerson, newPersons } from './person.store.ts';
