import type { RequestContext } from '@werkplein/kernel';
import type { ChangedBy } from './employer.entity.ts';

/** The caller, as a row keeps it. */
export const changedBy = ({ principal }: RequestContext): ChangedBy => ({
  id: principal.employeeId,
  name: principal.displayName,
  organisation: principal.organisation,
});

/** What a changed row says of its change. */
export const change = (ctx: RequestContext, version: number) => ({ version: version + 1, changedAt: ctx.clock(), changedBy: changedBy(ctx) });
