import type { Database } from '@werkplein/kernel';
import { AgreementVersion, PerformanceAgreement } from '../agreements/agreement.entity.ts';
import { QuarterReport } from '../reports/report.entity.ts';
import { testId } from './rows.ts';

const long = new Date('2026-01-05T09:00:00.000Z');

/** An agreement of Wierden that is agreed, unless told otherwise. */
export const agreed = (n: number, more: Partial<PerformanceAgreement> = {}): PerformanceAgreement => ({
  id: testId(90, n),
  year: 2026,
  municipality: '0189',
  indicator: 'CONTACTEN',
  status: 'AGREED',
  proposedAt: long,
  settledAt: null,
  settledById: null,
  settledByName: null,
  settlementNote: null,
  settledByReportId: null,
  version: 1,
  ...more,
});

const nobody = { AcceptedAt: null, AcceptedById: null, AcceptedByName: null };
const somebody = { AcceptedAt: long, AcceptedById: 'e1', AcceptedByName: 'Medewerker' };
const on = (side: 'nuo' | 'municipality', columns: object) => Object.fromEntries(Object.entries(columns).map(([name, value]) => [side + name, value]));

/** Its terms: hold unless told otherwise. */
export const termsOf = (agreementId: string, number: number, more: Partial<AgreementVersion> & { open?: boolean } = {}): AgreementVersion => {
  const { open = false, ...rest } = more;
  const accepted = open ? nobody : somebody;
  return {
    id: testId(91, Number(agreementId.slice(-8)) * 10 + number),
    agreementId,
    number,
    target: 40,
    direction: 'HIGHER',
    amberBeyond: 2,
    redBeyond: 5,
    source: 'BUDGET',
    definitionVersion: 1,
    reason: null,
    proposedAt: long,
    proposedById: 'e1',
    proposedByName: 'Medewerker',
    proposedByOrganisation: 'nuo',
    establishedAt: open ? null : long,
    withdrawnAt: null,
    ...on('nuo', accepted),
    ...on('municipality', accepted),
    ...rest,
  } as AgreementVersion;
};

/** A frozen report of Wierden. */
export const frozen = (n: number, more: Partial<QuarterReport> = {}): QuarterReport => ({
  id: testId(92, n),
  municipality: '0189',
  year: 2025,
  quarter: 4,
  edition: 1,
  measuredOn: '2025-12-31',
  knownAt: long,
  complete: true,
  missingSources: [],
  reason: null,
  frozenAt: long,
  frozenById: 'e1',
  frozenByName: 'Medewerker',
  document: '{"lines":[7]}',
  hash: 'a'.repeat(64),
  reporterDocument: '{"lines":[null]}',
  reporterHash: 'b'.repeat(64),
  ...more,
});

export const steer = (db: Database, rows: { agreements?: PerformanceAgreement[]; versions?: AgreementVersion[]; reports?: QuarterReport[] }): Promise<void> =>
  db.write(async ({ em }) => {
    if (rows.reports) await em.insert(QuarterReport, rows.reports);
    if (rows.agreements) await em.insert(PerformanceAgreement, rows.agreements);
    if (rows.versions) await em.insert(AgreementVersion, rows.versions);
  });
