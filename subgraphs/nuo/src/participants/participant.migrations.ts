import { addColumns, column, createTable, defaulting, type Migration, nullable, setIndices } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everyone who was registered before is a person of their own, under the same number; whoever is two people under one token is joined when it comes. */
class PersonOfEachParticipant implements MigrationInterface {
  name = 'Person_of_each_participant1764430000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'INSERT INTO person (id) SELECT p.id FROM participant p WHERE p.personId IS NULL AND NOT EXISTS (SELECT 1 FROM person q WHERE q.id = p.id)',
    );
    await runner.query('UPDATE participant SET personId = id WHERE personId IS NULL');
  }

  async down(): Promise<void> {
    // The column and the table go with their own migrations.
  }
}

export const participantMigrations: readonly Migration[] = [
  createTable(1763900000021, 'participant', {
    columns: {
      id: column.id,
      clientId: nullable(column.id),
      municipality: column.varchar(4),
      name: nullable(column.varchar(200)),
      registeredOn: column.day,
      sourceSystem: nullable(column.varchar(20)),
      sourceKey: nullable(column.varchar(64)),
    },
    primary: ['id'],
    uniques: { uq_participant_client: ['clientId'], uq_participant_source: ['sourceSystem', 'sourceKey'] },
  }),
  addColumns(1764001000002, 'participant', { columns: { version: defaulting(column.int, 1) } }),
  addColumns(1764420000001, 'participant', {
    columns: {
      commissionerKind: nullable(column.varchar(20)),
      commissionerCode: nullable(column.varchar(20)),
      commissionerReference: nullable(column.varchar(64)),
      exitedOn: nullable(column.day),
      exitReason: nullable(column.varchar(300)),
    },
    uniques: { uq_participant_commissioner: ['commissionerCode', 'commissionerReference'] },
  }),
  addColumns(1764430000012, 'participant', {
    columns: { personId: nullable(column.id) },
    indices: { ix_participant_person: ['personId'] },
    references: { fk_participant_person: { column: 'personId', table: 'person' } },
  }),
  PersonOfEachParticipant,
  setIndices(1764600000001, 'participant', {
    ix_participant_registered: { columns: ['registeredOn', 'id'] },
    ix_participant_left: { columns: ['exitedOn', 'registeredOn', 'id'] },
  }),
];
