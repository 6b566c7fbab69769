import { column, createTable, type Migration, nullable, setIndices } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of dossiers from before it was kept, the klantregisseur of today stands for the whole time: nobody else is known. The first period of a dossier has its id. */
class Responsibility1764410000011 implements MigrationInterface {
  name = 'Responsibility_of_known_dossiers1764410000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO responsibility (id, clientId, dossierId, employeeId, employeeName, startsOn, endsOn, standIn, recordedById, recordedAt)
       SELECT d.id, d.clientId, d.id, d.klantregisseurId, d.klantregisseurName, d.openedOn, d.closedOn, 0, d.klantregisseurId, ?
       FROM dossier d WHERE d.klantregisseurId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM responsibility r WHERE r.dossierId = d.id)`,
      [new Date().toISOString().slice(0, -1).replace('T', ' ')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM responsibility WHERE id = dossierId');
  }
}

export const responsibilityMigrations: readonly Migration[] = [
  createTable(1764410000010, 'responsibility', {
    columns: {
      id: column.id,
      clientId: column.id,
      dossierId: column.id,
      employeeId: column.varchar(64),
      employeeName: column.varchar(120),
      startsOn: column.day,
      endsOn: nullable(column.day),
      standIn: column.boolean,
      recordedById: column.varchar(64),
      recordedAt: column.instant,
    },
    primary: ['id'],
    indices: { ix_responsibility_client: ['clientId'], ix_responsibility_dossier: ['dossierId'] },
    references: {
      fk_responsibility_client: { column: 'clientId', table: 'client' },
      fk_responsibility_dossier: { column: 'dossierId', table: 'dossier' },
    },
  }),
  Responsibility1764410000011,
  setIndices(1764500000001, 'responsibility', { ix_responsibility_employee: { columns: ['employeeId', 'employeeName', 'endsOn'] } }),
];
