export * from './graph.ts';
export * from './subgraphs.ts';
export { requestOf, twoExecutions } from './two-executions.ts';
