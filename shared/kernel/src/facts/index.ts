export * from './fact.entity.ts';
export { factMigrations } from './fact.migrations.ts';
export { atMoment, type Attribution, type Days, holdsOn, isSettled, knownFacts, type Moment, SETTLING_MS, wasKnown } from './known-facts.ts';
export { type Knowing, stateAllFacts, type StatedFact, stateFacts } from './state-facts.ts';
