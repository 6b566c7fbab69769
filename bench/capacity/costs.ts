// What was measured (bench/capacity-costs.ts), and what people do in an hour.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Processor time of one request, in ms, by program; `ofNuo` is which share of its SQL statements are the NUO's. */
export interface Kind {
  gateway: number;
  nuo: number;
  werkplein: number;
  database: number;
  callers: number;
  ofNuo: number;
  statements: number;
  /** Rows that one request adds to the logs of all organisations together, by table. */
  rows: Record<string, number>;
}

export interface Costs {
  measured: string;
  kinds: Record<string, Kind>;
  /** MB by program. */
  memory: Record<string, number>;
  /** Of each organisation: bytes with indices, and its largest tables. */
  storage: Record<string, { bytes: number; tables: { table: string; rows: number; bytes: number }[] }>;
}

export const readCosts = (): Costs => JSON.parse(readFileSync(join(import.meta.dirname, 'costs.json'), 'utf8')) as Costs;

/** Of a hundred requests: a day at the desk is mostly opening what one works on. An assumption; docs/capacity.md says so. */
export const weights: Readonly<Record<string, number>> = {
  'own tasks': 15,
  employers: 12,
  'one employer': 15,
  'employers and their people': 5,
  caseload: 14,
  'one client': 18,
  'line of services': 10,
  'a command': 10,
  dashboard: 1,
};
