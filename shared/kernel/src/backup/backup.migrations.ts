import type { Migration } from '../persistence/database.ts';
import { column, createTable } from '../persistence/migrations.ts';

export const backupMigrations: readonly Migration[] = [
  createTable(1766720000001, 'backup_taken', {
    columns: { sha256: column.varchar(64), takenAt: column.instant },
    primary: ['sha256'],
    indices: { ix_backup_taken_at: ['takenAt'] },
  }),
];
