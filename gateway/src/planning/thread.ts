// The thread in which documents of strangers are planned: it may be ended at any moment, and nothing of the gateway is in it.
import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { PATHS_LIMIT } from '../limits/paths.ts';

export interface Question {
  document: string;
  operationName: string | null | undefined;
}

/** The plan as JSON, or why there is none. */
export type Planned = { plan: string } | { problem: string };

const supergraph = Supergraph.build(workerData as string, { validateSupergraph: false });
const planner = new QueryPlanner(supergraph, { debug: { pathsLimit: PATHS_LIMIT } });
const schema = supergraph.apiSchema();

const answer = ({ document, operationName }: Question): Planned => {
  try {
    const operation = operationFromDocument(schema, parse(document), operationName ? { operationName } : undefined);
    return { plan: JSON.stringify(planner.buildQueryPlan(operation)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));
parentPort?.postMessage('ready');
