import { column, createTable, type Migration, nullable } from '@werkplein/kernel';

export const reportMigrations: readonly Migration[] = [
  createTable(1764470000001, 'quarter_report', {
    columns: {
      id: column.id,
      municipality: column.varchar(4),
      year: column.int,
      quarter: column.int,
      edition: column.int,
      measuredOn: column.day,
      knownAt: column.instant,
      complete: column.boolean,
      missingSources: column.json,
      reason: nullable(column.varchar(300)),
      frozenAt: column.instant,
      frozenById: column.varchar(64),
      frozenByName: column.varchar(120),
      document: column.text,
      hash: column.varchar(64),
      reporterDocument: column.text,
      reporterHash: column.varchar(64),
    },
    primary: ['id'],
    uniques: { uq_quarter_report: ['municipality', 'year', 'quarter', 'edition'] },
  }),
];
