import { addDays, addYears, AuditEvent, type Database } from '@werkplein/kernel';
import { ClientRow } from '../clients/client.entity.ts';
import { DecisionRow } from '../decisions/decision.entity.ts';
import { DisclosureRow } from '../disclosures/disclosure.entity.ts';
import { DoelgroepRow } from '../doelgroep/doelgroep.entity.ts';
import { DossierRow, DossierStepRow } from '../dossiers/dossier.entity.ts';
import { dossierMachine } from '../dossiers/dossier.rules.ts';
import { LadderRow } from '../ladder/ladder.entity.ts';
import { LoonwaardeRow } from '../loonwaarde/loonwaarde.entity.ts';
import { PlanRow } from '../plans/plan.entity.ts';
import { ProvisionRow, ProvisionUseRow } from '../provisions/provision.entity.ts';

// The laws of domain.md §6.2 as a reader of the rows would check them, day by day: nothing here is shared with the rules.

/** What is stored, to be judged. */
const stored = async ({ read: { em } }: Database) => ({
  clients: await em.find(ClientRow),
  dossiers: await em.find(DossierRow),
  steps: await em.find(DossierStepRow, { order: { number: 'ASC' } }),
  axes: await em.find(DoelgroepRow),
  plans: await em.find(PlanRow),
  decisions: await em.find(DecisionRow),
  provisions: await em.find(ProvisionRow),
  uses: await em.find(ProvisionUseRow),
  disclosures: await em.find(DisclosureRow),
  loonwaarden: await em.find(LoonwaardeRow),
  ladder: await em.find(LadderRow),
  audit: await em.find(AuditEvent, { order: { at: 'DESC' }, take: 20 }),
});
type Stored = Awaited<ReturnType<typeof stored>>;
type Axes = readonly DoelgroepRow[];

const holds = (from: string, until: string | null, day: string): boolean => from <= day && (until === null || day <= until);
const on = (rows: Axes, axis: string, day: string): string[] =>
  rows.filter((row) => row.axis === axis && holds(row.validFrom, row.validUntil, day)).map(({ value }) => value);
/** Days on which something can become other than the day before. */
const turns = (rows: readonly { from: string; until: string | null }[]): string[] => [
  ...new Set(rows.flatMap(({ from, until }) => (until === null ? [from] : [from, until, addDays(until, 1)]))),
];

const ofDossiers = ({ clients, dossiers, steps }: Stored): string[] => {
  const found: string[] = [];
  const bsnOf = new Map(clients.map(({ id, bsnIndex }) => [id, bsnIndex ?? id]));
  for (const [bsn, rows] of Map.groupBy(dossiers, ({ clientId }) => bsnOf.get(clientId)))
    for (const day of turns(rows.map(({ openedOn, closedOn }) => ({ from: openedOn, until: closedOn }))))
      if (rows.filter(({ openedOn, closedOn }) => holds(openedOn, closedOn, day)).length > 1) found.push(`I1: two dossiers of ${bsn} on ${day}`);
  for (const { id, status, openClientId, closedOn, version } of dossiers) {
    if ((openClientId === null) !== (closedOn !== null)) found.push(`${status} with closedOn ${closedOn}`);
    const taken = steps.filter(({ dossierId }) => dossierId === id);
    // Another klantregisseur is a new version without a step.
    if (taken.at(-1)?.toStatus !== status || (taken.at(-1)?.number ?? 0) > version) found.push(`${status} ${version} after ${taken.at(-1)?.toStatus}`);
    for (const [at, { step, fromStatus, toStatus }] of taken.entries()) {
      if (at === 0) continue;
      const { from, to } = dossierMachine.steps[step];
      const leads: readonly string[] = [to].flat();
      if (fromStatus !== taken[at - 1]?.toStatus || !(from as readonly string[]).includes(fromStatus ?? '') || !leads.includes(toStatus))
        found.push(`${step} from ${fromStatus} to ${toStatus}`);
    }
  }
  return found;
};

const ofDoelgroep = ({ clients, axes, steps }: Stored): string[] => {
  const found: string[] = [];
  for (const { id } of clients) {
    const now = axes.filter(({ clientId, supersededAt }) => clientId === id && supersededAt === null);
    const days = turns(now.map(({ validFrom, validUntil }) => ({ from: validFrom, until: validUntil })));
    const first = now
      .filter(({ axis }) => axis === 'GRONDSLAG')
      .map(({ validFrom }) => validFrom)
      .toSorted()[0];
    for (const day of days) {
      const grondslagen = on(now, 'GRONDSLAG', day);
      if (grondslagen.length > 1 || (first !== undefined && day >= first && grondslagen.length === 0))
        found.push(`I2: ${grondslagen.length} grondslagen on ${day}`);
      const wsw = on(now, 'WSW_STATUS', day).some((value) => value !== 'GEEN');
      if (on(now, 'BESCHUT', day).includes('VASTGESTELD') && on(now, 'DOELGROEPREGISTER', day).includes('JA')) found.push(`I3 on ${day}`);
      if (wsw && on(now, 'DOELGROEP_LKS', day).includes('JA')) found.push(`I4 on ${day}`);
    }
    if (now.some(({ axis, value, employedAtWswClosing }) => axis === 'WSW_STATUS' && value !== 'GEEN' && !employedAtWswClosing)) found.push('I5');
    for (const { takenOn } of steps.filter(({ clientId, step }) => clientId === id && step === 'establishPlan'))
      if (!axes.some((row) => row.clientId === id && row.axis === 'GRONDSLAG' && holds(row.validFrom, row.validUntil, takenOn)))
        found.push(`I2: a plan without grondslag on ${takenOn}`);
  }
  return found;
};

const ofDecisions = ({ decisions, axes, clients, provisions, uses }: Stored): string[] => {
  const found: string[] = [];
  for (const { clientId, kind, outcome, startsOn, publishedAt, endsOn } of decisions) {
    if (kind !== 'LKS' || outcome !== 'GRANTED' || startsOn === null) continue;
    const known = axes.filter(
      (row) => row.clientId === clientId && row.recordedAt <= publishedAt && (row.supersededAt === null || row.supersededAt > publishedAt),
    );
    if (on(known, 'WSW_STATUS', startsOn).some((value) => value !== 'GEEN')) found.push(`I4: loonkostensubsidie from ${startsOn} to ${endsOn} of a Wsw job`);
  }
  const birthOf = new Map(clients.map(({ id, birthDate }) => [id, birthDate]));
  const places = new Set(provisions.filter(({ kind }) => kind === 'PARTICIPATIEPLAATS').map(({ id }) => id));
  for (const { provisionId, clientId, startsOn, supersededAt } of uses)
    if (places.has(provisionId) && supersededAt === null && startsOn < addYears(birthOf.get(clientId) ?? '', 27))
      found.push(`I6: participatieplaats from ${startsOn}`);
  return found;
};

const ofShares = ({ disclosures, plans, loonwaarden, ladder, audit }: Stored, today: string): string[] => {
  const found: string[] = [];
  const shown = disclosures.filter(({ withdrawnAt, validUntil, changedInto }) => withdrawnAt === null && changedInto === null && validUntil >= today);
  if (new Set(shown.map(({ clientId }) => clientId)).size !== shown.length) found.push('two disclosures of one client');
  for (const status of ['CONCEPT', 'ESTABLISHED'] as const) {
    const ones = plans.filter((plan) => plan.status === status).map(({ clientId }) => clientId);
    if (new Set(ones).size !== ones.length) found.push(`two plans ${status} of one client`);
  }
  for (const { tasks, wageValuePct } of loonwaarden) {
    if (wageValuePct === null) continue;
    const product = tasks.reduce((sum, task) => sum + (task.timePct * task.pacePct * task.qualityPct * task.netTimePct) / 1e6, 0);
    if (Math.abs(product - wageValuePct) > 0.0051) found.push(`loonwaarde ${wageValuePct} of tasks of ${product}`);
  }
  const measured = ladder.filter(({ supersededAt }) => supersededAt === null).map(({ clientId, measuredOn }) => `${clientId} ${measuredOn}`);
  if (new Set(measured).size !== measured.length || ladder.some(({ step }) => step < 1 || step > 6)) found.push('a ladder of two steps on one day, or of none');
  // I7, of the last commands: what is written here was written by this municipality; an expert of the NUO hands in a loonwaarde.
  for (const { organisation, action } of audit)
    if (organisation !== '0141' && !action.startsWith('access.') && action !== 'carryOutLoonwaarde') found.push(`I7: ${action} by ${organisation}`);
  return found;
};

/** What never changes once it stands, by id: of a plan its content, of a decision all of it. */
const fixed = ({ plans, decisions }: Stored): Map<string, string> =>
  new Map([
    ...plans.filter(({ status }) => status !== 'CONCEPT').map(({ id, content }) => [id, JSON.stringify(content)] as const),
    ...decisions.map((row) => [row.id, JSON.stringify(row)] as const),
  ]);

/** Judges a database again and again: gives the laws that the stored rows break, in words. */
export const laws = (db: Database): ((today: string) => Promise<string[]>) => {
  let before = new Map<string, string>();
  return async (today) => {
    const now = await stored(db);
    const stands = fixed(now);
    const changed = [...before].filter(([id, text]) => stands.get(id) !== text).map(([id]) => `${id} changed after it stood`);
    before = stands;
    return [ofDossiers, ofDoelgroep, ofDecisions].flatMap((check) => check(now)).concat(ofShares(now, today), changed);
  };
};
