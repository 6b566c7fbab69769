import { addColumns, column, type Migration, nullable, setIndices } from '@werkplein/kernel';

export const doelgroepMigrations: readonly Migration[] = [
  addColumns(1764410000070, 'doelgroep_axis', { columns: { employedAtWswClosing: nullable(column.boolean) } }),
  setIndices(1766710000006, 'doelgroep_axis', { ix_doelgroep_axis_value: { columns: ['axis', 'value', 'validFrom'] } }),
];
