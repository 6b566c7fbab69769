export * from './databases.ts';
export * from './subgraph.ts';
