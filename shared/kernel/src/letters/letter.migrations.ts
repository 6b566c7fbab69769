import type { Migration } from '../persistence/database.ts';
import { column, createTable, nullable } from '../persistence/migrations.ts';
import type { RetentionTerm } from '../subjects/retention-term.entity.ts';
import { addTerms } from '../subjects/subjects.migrations.ts';

const terms: readonly RetentionTerm[] = [
  {
    kind: 'letter',
    validFrom: '2020-01-01',
    term: 'P1Y',
    statutory: false,
    startEvent: 'het aankomen van de brief',
    source:
      'AVG art. 5 lid 1 onder e: om een herhaling te herkennen; de inhoud gaat bij aankomst weg. Voorstel, door de verwerkingsverantwoordelijke te bevestigen',
  },
];

export const letterMigrations: readonly Migration[] = [
  createTable(1764460000001, 'letter_out', {
    columns: {
      entry: { ...column.int, isGenerated: true, generationStrategy: 'increment' },
      id: column.id,
      addressee: column.varchar(4),
      kind: column.varchar(40),
      aggregateId: column.id,
      body: nullable(column.text),
      writtenAt: column.instant,
      traceparent: column.varchar(55),
      state: column.varchar(10),
      tries: column.int,
      nextTryAt: column.instant,
      problem: nullable(column.varchar(40)),
      endedAt: nullable(column.instant),
    },
    primary: ['entry'],
    indices: { ix_letter_out_due: ['addressee', 'state', 'nextTryAt'], ix_letter_out_aggregate: ['addressee', 'aggregateId', 'state', 'entry'] },
    uniques: { uq_letter_out_id: ['id'] },
  }),
  createTable(1764460000002, 'letter_in', {
    columns: { sender: column.varchar(4), id: column.id, kind: column.varchar(40), takenAt: column.instant },
    primary: ['sender', 'id'],
    indices: { ix_letter_in_taken: ['takenAt'] },
  }),
  addTerms(1764460000003, 'letters', terms),
];
