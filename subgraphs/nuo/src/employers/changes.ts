import { findBsnLike, type RequestContext } from '@werkplein/kernel';
import type { ChangedBy } from './employer.entity.ts';

/** The caller, as a row keeps it. */
export const changedBy = ({ principal }: RequestContext): ChangedBy => ({
  id: principal.employeeId,
  name: principal.displayName,
  organisation: principal.organisation,
});

/** What a changed row says of its change. */
export const change = (ctx: RequestContext, version: number) => ({ version: version + 1, changedAt: ctx.clock(), changedBy: changedBy(ctx) });

/** Free text is read by all organisations: a BSN does not belong there. */
export const bsnWarnings = (...texts: (string | null | undefined)[]): string[] =>
  findBsnLike(texts.join('\n')).length > 0 ? ['De tekst bevat een getal dat een burgerservicenummer kan zijn. Haal het weg met een wijziging.'] : [];
