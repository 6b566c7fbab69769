import { type OutflowReason, outflowCodes } from '../dossiers/outflow.rules.ts';
import type { ProvisionKind } from '../provisions/provision.kinds.ts';
import type { StatisticsCode } from './statistics-code.rules.ts';

// Data, not code: the codes that were found in a public source, and for outflow a list of our own until CBS's is known. Others come in by import.

const SET = '2026-11';
const SRG = 'CBS, Richtlijnen Statistiek Re-integratie door Gemeenten 2021';
const OWN = 'Eigen nummering; de code van CBS is nog te bevestigen';

const provisions: readonly [ProvisionKind, string][] = [
  ['LOONWAARDE_TRIAL', '23'],
  ['OTHER_WORKPLACE', '29'],
  ['JOBCOACH', '30'],
  ['WORKPLACE_ADAPTATION', '31'],
  ['OTHER_FACILITATING', '59'],
];

const row = (list: StatisticsCode['list'], item: string, code: string, validFrom: string, source: string): StatisticsCode => ({
  list,
  item,
  code,
  validFrom,
  validUntil: null,
  confirmed: source !== OWN,
  source,
  version: SET,
});

export const statisticsCodeRows: readonly StatisticsCode[] = [
  ...provisions.map(([item, code]) => row('SRG_PROVISION', item, code, '2021-01-01', SRG)),
  ...outflowCodes.map((item: OutflowReason, at) => row('OUTFLOW', item, String(at + 1).padStart(2, '0'), '2026-01-01', OWN)),
];
