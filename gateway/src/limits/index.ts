import { fault } from '@werkplein/kernel';
import { aliases } from './aliases.ts';
import { depth } from './depth.ts';
import type { Limit, OpenedOperation } from './document.ts';
import type { EntityFamilies } from './entity-families.ts';
import { oneCommand } from './one-command.ts';
import { rootFields } from './root-fields.ts';
import { turns } from './turns.ts';

export { checkCost, COST_LIMIT } from './cost.ts';
export { type OpenedOperation, openOperation } from './document.ts';
export { entityFamilies, type EntityFamilies } from './entity-families.ts';
export { PATHS_LIMIT } from './paths.ts';
export { noRates, type Rates, type RateSettings, rateLimits } from './rates.ts';

export const BODY_LIMIT = 100 * 1024;
export const MAX_TOKENS = 2000;

export const allLimits = (families: () => EntityFamilies): Limit[] => [oneCommand, rootFields, depth, aliases, turns(families)];

/** Refuses an operation that is beyond a limit, before it is planned. */
export const checkLimits = (limits: readonly Limit[], opened: OpenedOperation): void => {
  for (const limit of limits) {
    const refusal = limit(opened);
    if (refusal) throw fault(refusal);
  }
};
