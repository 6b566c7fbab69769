import { column, createTable, type Migration, nullable, setIndices } from '@werkplein/kernel';

export const loonwaardeMigrations: readonly Migration[] = [
  createTable(1764001100010, 'loonwaardebepaling', {
    columns: {
      id: column.id,
      clientId: column.id,
      state: column.varchar(12),
      functionName: column.varchar(120),
      hoursPerWeek: column.decimal(5, 2),
      requestedOn: column.day,
      plannedOn: nullable(column.day),
      expertId: nullable(column.varchar(64)),
      expertName: nullable(column.varchar(120)),
      expertOrganisation: nullable(column.varchar(4)),
      carriedOutOn: nullable(column.day),
      tasks: column.json,
      wageValuePct: nullable(column.decimal(5, 2)),
      establishedOn: nullable(column.day),
      validFrom: nullable(column.day),
      reviewOn: nullable(column.day),
      lksDecideBy: nullable(column.day),
      rejectedReason: nullable(column.varchar(300)),
      version: column.int,
    },
    primary: ['id'],
    indices: {
      ix_loonwaardebepaling_client: ['clientId'],
      ix_loonwaardebepaling_review: ['state', 'reviewOn', 'id'],
      ix_loonwaardebepaling_decide: ['state', 'lksDecideBy', 'id'],
    },
    references: { fk_loonwaardebepaling_client: { column: 'clientId', table: 'client' } },
  }),
  setIndices(1764580000002, 'loonwaardebepaling', { ix_loonwaardebepaling_visit: { columns: ['expertId', 'state', 'plannedOn', 'id'] } }),
];
