import { addColumns, column, createTable, type Migration, nullable, setIndices } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { colleagueId } from '../colleagues/colleague.migrations.ts';
import { firstTerm } from './placement-term.ts';
import { nuoParameterRows } from '../parameters/nuo-parameters.rows.ts';

/** Trial placements that run have the last day of their term from now on. */
class TermOfTrials implements MigrationInterface {
  name = 'Term_of_trials1764430000022';

  async up(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query("SELECT id, startsOn FROM placement WHERE kind = 'PROEFPLAATSING' AND status = 'ACTIVE' AND termEndsOn IS NULL")) as {
      id: string;
      startsOn: string;
    }[];
    for (const { id, startsOn } of rows) {
      const last = firstTerm(nuoParameterRows, 'PROEFPLAATSING', startsOn);
      if (last !== null) await runner.query('UPDATE placement SET termEndsOn = ? WHERE id = ?', [last, id]);
    }
  }

  async down(): Promise<void> {
    // The column goes with its own migration.
  }
}

export const placementMigrations: readonly Migration[] = [
  createTable(1763900000031, 'placement', {
    columns: {
      id: column.id,
      participantId: column.id,
      clientId: nullable(column.id),
      municipality: column.varchar(4),
      employerAliasId: nullable(column.id),
      branchId: nullable(column.id),
      kind: column.varchar(30),
      status: column.varchar(20),
      startsOn: column.day,
      expectedEndOn: nullable(column.day),
      endedOn: nullable(column.day),
      hoursPerWeek: column.decimal(5, 2),
      version: column.int,
      sourceSystem: nullable(column.varchar(20)),
      sourceKey: nullable(column.varchar(64)),
    },
    primary: ['id'],
    indices: {
      ix_placement_employer: ['employerAliasId', 'startsOn'],
      ix_placement_client: ['clientId', 'startsOn'],
      ix_placement_participant: ['participantId', 'startsOn'],
      ix_placement_municipality: ['municipality', 'startsOn'],
      ix_placement_status: ['municipality', 'status'],
      ix_placement_branch: ['branchId'],
    },
    uniques: { uq_placement_source: ['sourceSystem', 'sourceKey'] },
    references: {
      fk_placement_participant: { column: 'participantId', table: 'participant' },
      fk_placement_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_placement_branch: { column: 'branchId', table: 'branch' },
    },
  }),
  addColumns(1764430000021, 'placement', {
    columns: {
      serviceOrderId: nullable(column.id),
      vacancyId: nullable(column.id),
      proposalId: nullable(column.id),
      proposedOn: nullable(column.day),
      implicitAgreementOn: nullable(column.day),
      agreedOn: nullable(column.day),
      agreedBy: nullable(colleagueId),
      decisionIds: nullable(column.json),
      agreementReference: nullable(column.varchar(100)),
      termEndsOn: nullable(column.day),
      guidanceForm: nullable(column.varchar(16)),
      guidanceHoursPerMonth: nullable(column.decimal(5, 2)),
      endRequestedOn: nullable(column.day),
      endRequestedFor: nullable(column.day),
      result: nullable(column.varchar(12)),
      closedOn: nullable(column.day),
    },
    indices: {
      ix_placement_order: ['serviceOrderId'],
      ix_placement_vacancy: ['vacancyId'],
      ix_placement_proposal: ['proposalId'],
      ix_placement_waiting: ['municipality', 'status', 'proposedOn', 'id'],
      ix_placement_term: ['municipality', 'status', 'termEndsOn', 'id'],
      ix_placement_clock: ['status', 'implicitAgreementOn'],
    },
    references: {
      fk_placement_order: { column: 'serviceOrderId', table: 'service_order' },
      fk_placement_vacancy: { column: 'vacancyId', table: 'vacancy' },
      fk_placement_proposal: { column: 'proposalId', table: 'proposal' },
    },
  }),
  TermOfTrials,
  createTable(1764430000023, 'placement_event', {
    columns: {
      id: column.id,
      placementId: column.id,
      version: column.int,
      step: column.varchar(16),
      fromStatus: nullable(column.varchar(12)),
      toStatus: column.varchar(12),
      at: column.instant,
      onDay: column.day,
      byId: nullable(colleagueId),
      organisation: column.varchar(4),
      reason: nullable(column.varchar(300)),
      facts: nullable(column.json),
    },
    primary: ['id'],
    indices: { ix_placement_event_by: ['byId'] },
    uniques: { uq_placement_event_version: ['placementId', 'version'] },
    references: {
      fk_placement_event_placement: { column: 'placementId', table: 'placement' },
      fk_placement_event_by: { column: 'byId', table: 'colleague' },
    },
  }),
  createTable(1764430000024, 'placement_interruption', {
    columns: {
      id: column.id,
      placementId: column.id,
      startsOn: column.day,
      endsOn: nullable(column.day),
      reason: column.varchar(12),
    },
    primary: ['id'],
    uniques: { uq_placement_interruption: ['placementId', 'startsOn'] },
    references: { fk_placement_interruption_placement: { column: 'placementId', table: 'placement' } },
  }),
  setIndices(1766730000001, 'placement', {
    ix_placement_status: { columns: ['municipality', 'status', 'startsOn', 'id'], before: ['municipality', 'status'] },
    ix_placement_state: { columns: ['status', 'startsOn', 'id'] },
  }),
];
