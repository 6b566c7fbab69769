/** One source of deadlines: rows `t` of a table with a client, a day and the rule that sets it. */
interface DeadlineSource {
  /** What is to be done, in Dutch. */
  text: string;
  /** The law or the agreement that sets the day. */
  source: string;
  table: string;
  day: string;
  /** SQL over the row `t`, and the open dossier `d` of its client; `:today` is the day of asking. */
  where: string;
}

const PW = 'Participatiewet';
const standing = 'NOT EXISTS (SELECT 1 FROM decision r WHERE r.revisesId = t.id)';
/** A granted decision that no other of its chain goes on after. */
const lastOfChain = `t.outcome = 'GRANTED' AND t.endsOn >= :today AND ${standing}
  AND NOT EXISTS (SELECT 1 FROM decision x WHERE x.chainId = t.chainId AND x.outcome = 'GRANTED' AND x.endsOn > t.endsOn
    AND NOT EXISTS (SELECT 1 FROM decision xr WHERE xr.revisesId = x.id))`;
const decisionEnds = (text: string, source: string, kinds: string): DeadlineSource => ({
  text,
  source,
  table: 'decision',
  day: 'endsOn',
  where: `t.kind IN (${kinds}) AND ${lastOfChain}`,
});

/** Everything with a day that a klantregisseur must not miss, by name; the names are in the order of pages within a day. */
export const deadlineKinds = {
  DISCLOSURE_ENDS: {
    text: 'Gegevensdeling met de NUO loopt af: verleng die of stem af',
    source: 'AVG art. 5 lid 1 onder b en e; termijn van het Werkplein',
    table: 'disclosure',
    day: 'validUntil',
    where: 't.withdrawnAt IS NULL AND t.validUntil >= :today',
  },
  DOSSIER_STEP: {
    text: 'Volgende stap in het dossier: intake, plan van aanpak of nazorg',
    source: 'Termijnen van het Werkplein; afgesproken termijn van de plaatsing',
    table: 'dossier',
    day: 'dueOn',
    where: 't.id = d.id',
  },
  EXEMPTION_ENDS: {
    text: 'Ontheffing loopt af',
    source: `${PW} art. 9 lid 2 en art. 9a`,
    table: 'exemption',
    day: 'endsOn',
    where: "t.status = 'RUNNING' AND t.endsOn >= :today",
  },
  EXEMPTION_REVIEW: {
    text: 'Ontheffing heronderzoeken',
    source: `${PW} art. 9a`,
    table: 'exemption',
    day: 'reviewOn',
    where: "t.status = 'RUNNING' AND (t.endsOn IS NULL OR t.endsOn >= :today)",
  },
  FORFAIT_ENDS: {
    text: 'Forfaitaire loonkostensubsidie loopt af: stel de loonwaarde vast',
    source: `${PW} art. 10d`,
    table: 'decision',
    day: 'endsOn',
    where: `t.kind = 'LKS' AND t.forfait = 1 AND t.outcome = 'GRANTED' AND t.endsOn >= :today AND ${standing}
      AND NOT EXISTS (SELECT 1 FROM decision x WHERE x.clientId = t.clientId AND x.kind = 'LKS' AND x.outcome = 'GRANTED' AND x.startsOn > t.startsOn)`,
  },
  LKS_DECISION: {
    text: 'Besluiten over loonkostensubsidie na een vastgestelde loonwaarde',
    source: `${PW} art. 10d`,
    table: 'loonwaardebepaling',
    day: 'lksDecideBy',
    where: "t.state = 'ESTABLISHED' AND NOT EXISTS (SELECT 1 FROM decision l WHERE l.loonwaardeId = t.id AND l.kind = 'LKS')",
  },
  LOONWAARDE_REVIEW: {
    text: 'Loonwaarde herzien',
    source: `${PW} art. 6 lid 1 onder g; dag die bij het vaststellen is gekozen`,
    table: 'loonwaardebepaling',
    day: 'reviewOn',
    where: `t.state = 'ESTABLISHED' AND NOT EXISTS (SELECT 1 FROM loonwaardebepaling l WHERE l.clientId = t.clientId AND l.functionName = t.functionName
      AND l.state = 'ESTABLISHED' AND (l.validFrom > t.validFrom OR (l.validFrom = t.validFrom AND l.id > t.id)))`,
  },
  MILESTONE: {
    text: 'Moment dat de wet vraagt tijdens een voorziening: beoordeling, scholingsaanbod of premie',
    source: `${PW} art. 10a`,
    table: 'provision_milestone',
    day: 'dueOn',
    where: "t.settledOn IS NULL AND EXISTS (SELECT 1 FROM provision p WHERE p.id = t.provisionId AND p.status <> 'ENDED')",
  },
  PARTICIPATIEPLAATS_ENDS: decisionEnds('Participatieplaats loopt af: verleng of beëindig', `${PW} art. 10a`, "'PARTICIPATIEPLAATS'"),
  PLAN_EVALUATION: {
    text: 'Plan van aanpak evalueren',
    source: `${PW} art. 44a; termijn van het Werkplein`,
    table: 'plan',
    day: 'evaluateOn',
    where: '1 = 1',
  },
  PROVISION_ENDS: {
    text: 'Voorziening eindigt naar verwachting',
    source: 'CBS, Richtlijnen SRG: de periode is die van het werkelijke gebruik',
    table: 'provision',
    day: 'expectedEndOn',
    where: "t.status <> 'ENDED'",
  },
  PROVISION_STOPS: {
    text: 'Voorziening moet eindigen na een beoordeling zonder vooruitgang',
    source: `${PW} art. 10a`,
    table: 'provision',
    day: 'stopBy',
    where: "t.status <> 'ENDED'",
  },
  TRIAL_ENDS: decisionEnds('Proefplaatsing loopt af: verleng of beëindig', `${PW} art. 8a lid 2 onder d`, "'PROEFPLAATSING', 'PROEFPLAATSING_VERLENGING'"),
} as const satisfies Record<string, DeadlineSource>;
export type DeadlineKind = keyof typeof deadlineKinds;
export const deadlineKindCodes = (Object.keys(deadlineKinds) as DeadlineKind[]).toSorted();
export const sourceOf = (kind: DeadlineKind): DeadlineSource => deadlineKinds[kind];
