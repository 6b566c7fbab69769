export { type Evaluators, figureFacts, figureParts } from './answer.ts';
export * from './combine.rules.ts';
export { lacking, type Missing, missingText, withoutCount } from './missing.rules.ts';
export { pageOfFacts, pageOfIds } from './listing.ts';
export { ALL, type Counted, type CountedFact, type Evaluator, type Side, type Span } from './evaluator.ts';
export { figureActions, readExactFigures, readFigureFacts, readFigures } from './figure.policy.ts';
export { type FigureActions, figureFields } from './figure.resolver.ts';
export * from './figure.types.ts';
export * from './funnel.ts';
export * from './funnel.types.ts';
export { formatValue } from './format.ts';
export * from './indicator.ts';
export { indicatorOf, indicators } from './indicators.ts';
export { isManual, manualIndicators, type Steered, steeredOf } from './manual-indicators.ts';
export { freezeReports, viewAgreements, viewReports } from './steering.policy.ts';
export * from './steering.rules.ts';
export * from './suppress.rules.ts';
export {
  asCounted,
  type Beside,
  counting,
  countPopulation,
  dividing,
  listByDay,
  listPopulation,
  measurePopulation,
  type Population,
  populationFacts,
  totalPopulation,
} from './population.ts';
