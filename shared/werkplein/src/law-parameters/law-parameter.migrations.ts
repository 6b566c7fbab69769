import { addParameters, createParameterTable, type Migration, publicHolidayRows } from '@werkplein/kernel';
import { lawParameterRows } from './law-parameters.rows.ts';

export const lawParameterMigrations: readonly Migration[] = [
  createParameterTable(1764001100001, 'law_parameter'),
  addParameters(1764001100002, 'Law_parameters', 'law_parameter', lawParameterRows),
  // Again: the list grew.
  addParameters(1764410000060, 'Law_parameters', 'law_parameter', lawParameterRows),
  addParameters(1764460000060, 'Public_holidays', 'law_parameter', publicHolidayRows),
  addParameters(1764470000010, 'Law_parameters', 'law_parameter', lawParameterRows),
];
