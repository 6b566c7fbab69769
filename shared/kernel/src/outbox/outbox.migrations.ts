import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Migration } from '../persistence/database.ts';
import { column, createTable, nullable } from '../persistence/migrations.ts';

class FirstPosition implements MigrationInterface {
  name = 'First_position1764000600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'INSERT INTO outbox_sequence (id, last, removed) SELECT 1, 0, 0 FROM (SELECT 1 AS one) AS o WHERE NOT EXISTS (SELECT 1 FROM outbox_sequence)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM outbox_sequence');
  }
}

export const outboxMigrations: readonly Migration[] = [
  createTable(1764000600001, 'outbox_event', {
    columns: {
      entry: { ...column.int, isGenerated: true, generationStrategy: 'increment' },
      id: column.id,
      position: nullable(column.int),
      type: column.varchar(60),
      kind: column.varchar(40),
      aggregateId: column.id,
      topicId: nullable(column.id),
      relatedIds: column.json,
      organisation: column.varchar(4),
      at: column.instant,
      traceparent: column.varchar(55),
    },
    primary: ['entry'],
    indices: { ix_outbox_event_topic: ['topicId', 'position'] },
    uniques: { uq_outbox_event_id: ['id'], uq_outbox_event_position: ['position'] },
  }),
  createTable(1764000600002, 'outbox_sequence', { columns: { id: column.int, last: column.int, removed: column.int }, primary: ['id'] }),
  FirstPosition,
];
