// Loaded before a subgraph by `--import`, for tests and measurements of demo data: writes each statement that a request sends to SQL_RECORD, a folder.
import { appendFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { countingLogger, statementsSoFar } from '../shared/kernel/dist/persistence/statements.js';

const folder = process.env['SQL_RECORD'];
const file = folder && join(folder, `${basename(dirname(dirname(process.argv[1] ?? '')))}.jsonl`);
const count = countingLogger.logQuery;
countingLogger.logQuery = (text, parameters) => {
  count(text, parameters);
  // Outside a request nothing is counted: what a courier or a sequencer sends is no part of an answer.
  if (file && statementsSoFar() > 0) appendFileSync(file, `${JSON.stringify([text, parameters ?? []])}\n`);
};
