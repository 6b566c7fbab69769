export { exampleVariables } from '../documents/example-variables.ts';
export * from './graph.ts';
export { randomFrom, randomOperation } from './random-operation.ts';
export * from './subgraphs.ts';
export { ourGraph, requestOf, twoExecutions } from './two-executions.ts';
