export { type Evaluators, figureFacts, figureParts } from './answer.ts';
export * from './combine.rules.ts';
export type { Counted, CountedFact, Evaluator, Side, Span } from './evaluator.ts';
export * from './figure.types.ts';
export * from './indicator.ts';
export { indicatorOf, indicators } from './indicators.ts';
export * from './suppress.rules.ts';
export { counting, countPopulation, dividing, listPopulation, type Population, totalPopulation } from './population.ts';
