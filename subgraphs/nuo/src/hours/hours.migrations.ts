import { column, createTable, type Migration, nullable } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class OpenLedger implements MigrationInterface {
  name = 'Open_ledger1764450000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'INSERT INTO timesheet_ledger (id, closedThrough) SELECT 1, NULL FROM (SELECT 1 AS one) AS o WHERE NOT EXISTS (SELECT 1 FROM timesheet_ledger)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM timesheet_ledger');
  }
}

export const hoursMigrations: readonly Migration[] = [
  createTable(1764450000021, 'timesheet', {
    columns: {
      id: column.id,
      placementId: column.id,
      participantId: column.id,
      municipality: column.varchar(4),
      placementKind: column.varchar(30),
      secondmentId: nullable(column.id),
      kind: column.varchar(10),
      month: column.varchar(7),
      concernsMonth: column.varchar(7),
      countsOn: column.day,
      contractHours: column.int,
      workedHours: column.int,
      billableHours: column.int,
      sickHours: column.int,
      leaveHours: column.int,
      seasonHours: column.int,
      otherAbsentHours: column.int,
      billableParts: column.json,
      revenueCents: nullable(column.int),
      revenueBasis: column.varchar(10),
      directCostCents: column.int,
      reason: nullable(column.varchar(300)),
      recordedAt: column.instant,
      recordedById: column.varchar(64),
      withdrawnAt: nullable(column.instant),
      replacesId: nullable(column.id),
      currentKey: nullable(column.varchar(60)),
    },
    primary: ['id'],
    indices: {
      ix_timesheet_month: ['month', 'municipality'],
      ix_timesheet_placement: ['placementId', 'concernsMonth'],
      ix_timesheet_participant: ['participantId', 'month'],
      ix_timesheet_secondment: ['secondmentId', 'month'],
    },
    uniques: { uq_timesheet_current: ['currentKey'] },
    references: {
      fk_timesheet_placement: { column: 'placementId', table: 'placement' },
      fk_timesheet_participant: { column: 'participantId', table: 'participant' },
      fk_timesheet_secondment: { column: 'secondmentId', table: 'secondment' },
    },
  }),
  createTable(1764450000022, 'closed_month', {
    columns: {
      month: column.varchar(7),
      closedAt: column.instant,
      closedById: column.varchar(64),
      closedByName: column.varchar(120),
      reason: nullable(column.varchar(300)),
      totals: column.json,
    },
    primary: ['month'],
  }),
  createTable(1764450000023, 'closed_month_gap', {
    columns: { id: column.id, month: column.varchar(7), placementId: column.id, reason: column.varchar(20) },
    primary: ['id'],
    indices: { ix_closed_month_gap_placement: ['placementId'] },
    uniques: { uq_closed_month_gap: ['month', 'placementId'] },
    references: { fk_closed_month_gap_placement: { column: 'placementId', table: 'placement' } },
  }),
  createTable(1764450000024, 'timesheet_ledger', { columns: { id: column.int, closedThrough: nullable(column.varchar(7)) }, primary: ['id'] }),
  OpenLedger,
];
