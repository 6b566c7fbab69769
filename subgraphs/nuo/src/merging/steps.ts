import { insertRows, type WriteTx } from '@werkplein/kernel';
import { type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import type { Employer } from '../employers/employer.entity.ts';
import { rowsBy } from '../reads.ts';
import { mergeRegistry, type Merging } from './merge-registry.ts';
import { EmployerMergeStep } from './merge.entity.ts';
import { entityOf, tableOf } from './merge.store.ts';
import type { MergeField, MergeSide } from './merge.types.ts';

type Row = ObjectLiteral & { id: string };

/** A merge that remembers each value it changes. */
export class Steps implements Merging {
  readonly #steps: EmployerMergeStep[] = [];
  readonly #moved = new Map<Function, string[]>();

  constructor(
    readonly tx: WriteTx,
    readonly mergeId: string,
    readonly at: Date,
    readonly survivor: Employer,
    readonly vanished: Employer,
    readonly fromVanishing: readonly MergeField[],
    readonly choices: ReadonlyMap<string, MergeSide>,
  ) {}

  moved(entity: Function): readonly string[] {
    return this.#moved.get(entity) ?? [];
  }

  remember<E extends Row>(entity: EntityTarget<E>, row: E, column: string, value: unknown): void {
    this.#remember(this.tx.em.connection.getMetadata(entity).tableName, row, column, value);
  }

  async set<E extends Row>(entity: EntityTarget<E>, row: E, column: keyof E & string, value: unknown): Promise<void> {
    this.remember(entity, row, column, value);
    await this.tx.em.update(entity, { id: row.id }, { [column]: value } as never);
  }

  /** Points every row of the registry that holds the vanished employer to the survivor. */
  async moveAll(): Promise<void> {
    const { tx, survivor, vanished } = this;
    for (const entry of mergeRegistry.filter(({ how }) => how === 'moved')) {
      const entity = entityOf(entry);
      const rows = (await tx.em.find(entity, { where: { [entry.column]: vanished.id }, order: { id: 'ASC' } })).filter(({ id }) => id !== survivor.id);
      if (rows.length === 0) continue;
      for (const row of rows) this.#remember(tableOf(tx, entry), row, entry.column, survivor.id);
      const ids = rows.map(({ id }) => id);
      await tx.em.update(entity, { id: In(ids) }, { [entry.column]: survivor.id } as never);
      this.#moved.set(entry.entity, [...this.moved(entry.entity), ...ids]);
    }
  }

  save(): Promise<void> {
    return insertRows(this.tx, EmployerMergeStep, this.#steps);
  }

  #remember(tableName: string, row: Row, columnName: string, after: unknown): void {
    const position = this.#steps.length;
    this.#steps.push({ mergeId: this.mergeId, position, tableName, columnName, rowId: row.id, values: { before: row[columnName] as unknown, after } });
  }
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Gives back what each step changed, last first. Gives the `table.column`s that have another value by now: those stay. */
export const takeBack = async (tx: WriteTx, mergeId: string): Promise<string[]> => {
  const steps = await tx.em.find(EmployerMergeStep, { where: { mergeId }, order: { position: 'DESC' } });
  const changedSince = new Set<string>();
  const rows = new Map<string, Row>();
  for (const tableName of new Set(steps.map((step) => step.tableName))) {
    const ids = steps.filter((step) => step.tableName === tableName).map(({ rowId }) => rowId);
    for (const row of await rowsBy<Row>(tx, tableName, 'id', [...new Set(ids)])) rows.set(`${tableName} ${row.id}`, row);
  }
  for (const { tableName, columnName, rowId, values } of steps) {
    const row = rows.get(`${tableName} ${rowId}`);
    if (!row || !equal(row[columnName], values.after)) {
      changedSince.add(`${tableName}.${columnName}`);
      continue;
    }
    row[columnName] = values.before;
    await tx.em.update(tableName, { id: rowId }, { [columnName]: values.before });
  }
  return [...changedSince].sort();
};
