import { addColumns, column, type Migration, nullable } from '@werkplein/kernel';

export const doelgroepMigrations: readonly Migration[] = [
  addColumns(1764410000070, 'doelgroep_axis', { columns: { employedAtWswClosing: nullable(column.boolean) } }),
];
