import { addParameters, createParameterTable, type Migration, publicHolidayRows } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lawParameterRows } from './law-parameters.rows.ts';

/** Sources that named a figure by its code; rows that are there already are not added again. */
class SourcesInWords1764580000001 implements MigrationInterface {
  name = 'Law_parameter_sources_in_words1764580000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const { code, validFrom, version, source } of lawParameterRows.filter(
      ({ code: each }) => each === 'SUSTAINED_WORK_TERM' || each === 'STAND_IN_DAYS_MAX',
    ))
      await runner.query('UPDATE law_parameter SET source = ? WHERE code = ? AND validFrom = ? AND version = ?', [source, code, validFrom, version]);
  }

  async down(): Promise<void> {
    // What it says is the same.
  }
}

export const lawParameterMigrations: readonly Migration[] = [
  createParameterTable(1764001100001, 'law_parameter'),
  addParameters(1764001100002, 'Law_parameters', 'law_parameter', lawParameterRows),
  // Again: the list grew.
  addParameters(1764410000060, 'Law_parameters', 'law_parameter', lawParameterRows),
  addParameters(1764460000060, 'Public_holidays', 'law_parameter', publicHolidayRows),
  addParameters(1764470000010, 'Law_parameters', 'law_parameter', lawParameterRows),
  SourcesInWords1764580000001,
];
