export * from './graph.ts';
export * from './subgraphs.ts';
