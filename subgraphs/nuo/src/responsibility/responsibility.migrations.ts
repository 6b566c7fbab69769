import { column, createTable, type Migration, nullable } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.migrations.ts';

export const responsibilityMigrations: readonly Migration[] = [
  createTable(1764420000021, 'responsibility', {
    columns: {
      id: column.id,
      participantId: column.id,
      role: column.varchar(24),
      colleagueId,
      standIn: column.boolean,
      startsOn: column.day,
      endsOn: nullable(column.day),
      openFor: nullable(column.id),
    },
    primary: ['id'],
    indices: { ix_responsibility_colleague: ['colleagueId', 'endsOn'] },
    uniques: {
      uq_responsibility_start: ['participantId', 'role', 'standIn', 'startsOn'],
      uq_responsibility_open: ['openFor', 'role'],
    },
    references: {
      fk_responsibility_participant: { column: 'participantId', table: 'participant' },
      fk_responsibility_colleague: { column: 'colleagueId', table: 'colleague' },
    },
  }),
];
