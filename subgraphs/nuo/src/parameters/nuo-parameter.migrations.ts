import { addParameters, createParameterTable, type Migration } from '@werkplein/kernel';
import { nuoParameterRows } from './nuo-parameters.rows.ts';

export const nuoParameterMigrations: readonly Migration[] = [
  createParameterTable(1764430000001, 'nuo_parameter'),
  addParameters(1764430000002, 'Nuo_parameters', 'nuo_parameter', nuoParameterRows),
];
