import { addDays, Fact, type Knowing, type Migration, parameterOn, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { NuoParameter, NuoParameterCode } from './nuo-parameter.rules.ts';
import { allNuoParameters } from './nuo-parameter.store.ts';

/** A value by which figures are reckoned, in a period, as it was known: `ref` is its code, `amount` ten-thousandths. */
export const PARAMETER = 'PARAMETER';
export const TEN_THOUSANDTHS = 10_000;

const ofFigures: readonly NuoParameterCode[] = ['WSW_FULL_WEEK', 'WSW_SE_ERNSTIG'];

/** The value of each day, in periods: of two sets the later holds. */
export const parameterFacts = (rows: readonly NuoParameter[], code: NuoParameterCode): StatedFact[] => {
  const edges = rows
    .filter((row) => row.code === code)
    .flatMap(({ validFrom, validUntil }) => [validFrom, ...(validUntil === null ? [] : [addDays(validUntil, 1)])]);
  const days = [...new Set(edges)].toSorted();
  return days.flatMap((validFrom, at) => {
    const row = parameterOn(rows, code, validFrom);
    const next = days[at + 1];
    if (!row) return [];
    return [{ kind: PARAMETER, code, validFrom, validUntil: next === undefined ? null : addDays(next, -1), amount: Math.round(row.value * TEN_THOUSANDTHS) }];
  });
};

export const stateParameters = async (tx: WriteTx, knowing: Knowing): Promise<void> => {
  const rows = await allNuoParameters(tx);
  await stateAllFacts(tx, knowing, [PARAMETER], new Map(ofFigures.map((code) => [code, parameterFacts(rows, code)])));
};

/** What a migration gave was known from the beginning. */
const KNOWN_SINCE = '2015-01-01 00:00:00.000';

/** One migration that states the values that earlier migrations gave. */
export const addParameterFacts = (at: number, rows: readonly NuoParameter[]): Migration =>
  class implements MigrationInterface {
    name = `Parameter_facts${at}`;

    async up(runner: QueryRunner): Promise<void> {
      const facts = ofFigures.flatMap((code) => parameterFacts(rows, code));
      const columns = ['id', 'kind', 'ref', 'code', 'amount', 'validFrom', 'validUntil', 'recordedAt'] as const;
      const table = runner.dataSource.getMetadata(Fact).tableName;
      const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      for (const [n, { code, amount, validFrom, validUntil }] of facts.entries()) {
        const id = `nuo:00000000-0000-7000-8000-${String(at).padStart(8, '0').slice(-8)}${String(n).padStart(4, '0')}`;
        await runner.query(sql, [id, PARAMETER, code, code, amount, validFrom, validUntil ?? null, KNOWN_SINCE]);
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DELETE FROM ${runner.dataSource.getMetadata(Fact).tableName} WHERE kind = ?`, [PARAMETER]);
    }
  };
