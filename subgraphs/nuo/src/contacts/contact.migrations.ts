import { column, createTable, type Migration, nullable, setIndices } from '@werkplein/kernel';

export const contactMigrations: readonly Migration[] = [
  createTable(1763900000011, 'contact_moment', {
    columns: {
      id: column.id,
      employerAliasId: column.id,
      contactPersonId: nullable(column.id),
      occurredAt: column.instant,
      channel: column.varchar(20),
      direction: column.varchar(20),
      steering: column.varchar(20),
      subject: column.varchar(200),
      report: column.text,
      succeeded: nullable(column.boolean),
      organisation: column.varchar(4),
      correctionOfId: nullable(column.id),
      recordedAt: column.instant,
      sourceSystem: nullable(column.varchar(20)),
      sourceKey: nullable(column.varchar(64)),
    },
    primary: ['id'],
    indices: { ix_contact_moment_employer: ['employerAliasId', 'occurredAt'], ix_contact_moment_person: ['contactPersonId'] },
    uniques: { uq_contact_moment_correction: ['correctionOfId'], uq_contact_moment_source: ['sourceSystem', 'sourceKey'] },
    references: {
      fk_contact_moment_employer: { column: 'employerAliasId', table: 'employer_alias' },
      fk_contact_moment_person: { column: 'contactPersonId', table: 'contact_person' },
      fk_contact_moment_correction: { column: 'correctionOfId', table: 'contact_moment' },
    },
  }),
  createTable(1763900000012, 'contact_moment_participant', {
    columns: { contactMomentId: column.id, position: column.int, employeeId: column.varchar(64), name: column.varchar(120), organisation: column.varchar(4) },
    primary: ['contactMomentId', 'position'],
    references: { fk_contact_moment_participant: { column: 'contactMomentId', table: 'contact_moment' } },
  }),
  setIndices(1766710000004, 'contact_moment', { ix_contact_moment_at: { columns: ['occurredAt', 'direction'] } }),
];
