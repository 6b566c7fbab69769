import { Column, Entity, ForeignKey, Index, PrimaryColumn, type QueryRunner } from 'typeorm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseForTest, dialects, emptyDatabase } from '../testing/databases.ts';
import {
  addColumns,
  column,
  countStatements,
  createTable,
  dayColumn,
  defaulting,
  decimalColumn,
  dropColumns,
  idColumn,
  instantColumn,
  isUniqueViolation,
  openDatabase,
  nullable,
  optional,
  varchar,
} from './index.ts';

@Entity({ name: 'thing' })
@Index('uq_thing_name', ['name'], { unique: true })
class Thing {
  @PrimaryColumn(idColumn) id!: string;
  @Column(varchar(50)) name!: string;
  @Column(optional(dayColumn)) day!: string | null;
  @Column(optional(instantColumn)) at!: Date | null;
  @Column(optional(decimalColumn(5, 2))) hours!: number | null;
  @Column({ type: 'boolean' }) active!: boolean;
  @Column({ type: 'int' }) count!: number;
}

const options = {
  entities: [Thing],
  migrations: [
    createTable(1763800001000, 'thing', {
      columns: {
        id: column.id,
        name: column.varchar(50),
        day: nullable(column.day),
        at: nullable(column.instant),
        hours: nullable(column.decimal(5, 2)),
        active: column.boolean,
        count: column.int,
      },
      primary: ['id'],
      uniques: { uq_thing_name: ['name'] },
    }),
  ],
};

const thing = (name: string, more: Partial<Thing> = {}): Thing => ({ id: name, name, day: null, at: null, hours: null, active: true, count: 0, ...more });

describe.each(dialects)('a %s database', (dialect) => {
  it('has the tables that its entities describe, also when migrated twice', async () => {
    const db = await databaseForTest(dialect, options);
    expect(await db.migrate()).toEqual([]);
    expect(await db.drift()).toEqual([]);
    expect(await db.ready()).toBe(true);
  });

  it('gets columns for the rows it has, once, and gives them up again', async () => {
    const { url, drop } = await emptyDatabase(dialect);
    onTestFinished(drop);
    const old = await openDatabase({ ...options, url });
    await old.migrate();
    await old.write((tx) => tx.em.insert(Thing, thing('old')));
    await old.close();
    const More = addColumns(1763800001001, 'thing', {
      columns: { weight: defaulting(column.int, 7), partOf: nullable(column.id) },
      indices: { ix_thing_part: ['partOf'] },
      uniques: { uq_thing_weight: ['weight', 'name'] },
      references: { fk_thing_part: { column: 'partOf', table: 'thing' } },
    });
    @Entity({ name: 'thing' })
    @Index('uq_thing_weight', ['weight', 'name'], { unique: true })
    class MoreThing extends Thing {
      @Column({ type: 'int', default: 7 }) weight!: number;
      @Index('ix_thing_part')
      @ForeignKey(() => MoreThing, { name: 'fk_thing_part' })
      @Column(optional(idColumn))
      partOf!: string | null;
    }
    const db = await openDatabase({ url, entities: [MoreThing], migrations: [...options.migrations, More] });
    onTestFinished(() => db.close());
    expect(await db.migrate()).toHaveLength(1);
    expect((await db.drift()).filter((sql) => !sql.includes('uq_thing_name'))).toEqual([]);
    expect(await db.read.em.find(MoreThing)).toMatchObject([{ name: 'old', weight: 7, partOf: null }]);
    await db.write(async ({ em }) => {
      const runner = em.queryRunner as QueryRunner;
      // A kill between the step and its bookkeeping makes it run again.
      await new More().up(runner);
      await new More().down?.(runner);
      expect(await runner.hasColumn('thing', 'weight')).toBe(false);
    });
  });

  it('loses columns and no row, and goes on where it was killed', async () => {
    const { url, drop } = await emptyDatabase(dialect);
    onTestFinished(drop);
    const More = addColumns(1763800001001, 'thing', { columns: { weight: defaulting(column.int, 7), note: nullable(column.varchar(9)) } });
    const old = await openDatabase({ ...options, migrations: [...options.migrations, More], url });
    await old.migrate();
    await old.write((tx) => tx.em.insert(Thing, thing('old')));
    await old.close();
    const Less = dropColumns(1763800001002, 'thing', { weight: defaulting(column.int, 7), note: nullable(column.varchar(9)) });
    const db = await openDatabase({ ...options, migrations: [...options.migrations, More, Less], url });
    onTestFinished(() => db.close());
    // As a kill after the first of them leaves it.
    await db.write(({ em }) => em.query('ALTER TABLE thing DROP COLUMN weight'));
    expect(await db.migrate()).toHaveLength(1);
    expect(await db.drift()).toEqual([]);
    expect(await db.read.em.find(Thing)).toMatchObject([{ name: 'old' }]);
    await db.write(async ({ em }) => {
      const runner = em.queryRunner as QueryRunner;
      await new Less().down?.(runner);
      expect([await runner.hasColumn('thing', 'weight'), await runner.hasColumn('thing', 'note')]).toEqual([true, true]);
    });
  });

  it('gives back days, instants, decimals and booleans as they were written', async () => {
    const db = await databaseForTest(dialect, options);
    const at = new Date('2026-10-25T00:30:00.123Z');
    await db.write((tx) => tx.em.insert(Thing, thing('a', { day: '2026-03-29', at, hours: 24.25 })));
    expect(await db.read.em.findOneByOrFail(Thing, { id: 'a' })).toMatchObject({ day: '2026-03-29', at, hours: 24.25, active: true });
  });

  it('keeps case, accents and trailing spaces apart in a unique key', async () => {
    const db = await databaseForTest(dialect, options);
    await db.write((tx) =>
      tx.em.insert(
        Thing,
        ['cafe', 'Cafe', 'café', 'cafe '].map((name, i) => thing(name, { id: String(i) })),
      ),
    );
    const refused = await db.write((tx) => tx.em.insert(Thing, thing('cafe', { id: 'x' }))).catch((error: unknown) => error);
    expect(isUniqueViolation(refused)).toBe(true);
    expect(await db.read.em.count(Thing)).toBe(4);
  });

  it('keeps the rows of one transaction when another beside it fails', async () => {
    const db = await databaseForTest(dialect, options);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        db.write(async (tx) => {
          await tx.em.insert(Thing, thing(`t${i}`));
          if (i % 2) throw new Error('rolled back');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const names = (await db.read.em.find(Thing)).map(({ name }) => name).sort();
    expect(names).toEqual(Array.from({ length: 10 }, (_, i) => `t${2 * i}`).sort());
  });

  it('lets a nested write join the transaction around it', async () => {
    const db = await databaseForTest(dialect, options);
    await expect(
      db.write(async () => {
        await db.write((tx) => tx.em.insert(Thing, thing('inner')));
        throw new Error('outer fails');
      }),
    ).rejects.toThrow('outer fails');
    expect(await db.read.em.count(Thing)).toBe(0);
  });

  it('lets one of many stale updates win', async () => {
    const db = await databaseForTest(dialect, options);
    await db.write((tx) => tx.em.insert(Thing, thing('a')));
    const affected = await Promise.all(
      Array.from({ length: 20 }, () => db.write(async (tx) => (await tx.em.update(Thing, { id: 'a', count: 0 }, { count: 1 })).affected)),
    );
    expect(affected.filter((count) => count === 1)).toHaveLength(1);
  });

  it('counts the statements of one piece of work and not those beside it', async () => {
    const db = await databaseForTest(dialect, options);
    const read = () => db.read.em.find(Thing);
    const [one, two] = await Promise.all([countStatements(read), countStatements(async () => [await read(), await read()])]);
    expect([one.statements, two.statements]).toEqual([1, 2]);
  });
});

it.runIf(dialects.includes('mariadb'))('repeats a transaction that the database ended for a deadlock', async () => {
  const db = await databaseForTest('mariadb', options);
  await db.write((tx) => tx.em.insert(Thing, [thing('a'), thing('b')]));
  const both = new Map<string, () => void>();
  const meet = (name: string) =>
    new Promise<void>((resolve) => {
      both.set(name, resolve);
      if (both.size === 2) for (const go of both.values()) go();
    });
  let tries = 0;
  const crossing = (first: string, second: string) =>
    db.write(async (tx) => {
      tries += 1;
      await tx.em.increment(Thing, { id: first }, 'count', 1);
      await meet(first);
      await tx.em.increment(Thing, { id: second }, 'count', 1);
    });
  await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
  expect(tries).toBeGreaterThan(2);
  expect((await db.read.em.find(Thing)).map(({ count }) => count)).toEqual([2, 2]);
});

describe.runIf(dialects.includes('mariadb'))('a MariaDB address', () => {
  it('may begin with mysql:// as well', async () => {
    const { url, drop } = await emptyDatabase('mariadb');
    const db = await openDatabase({ ...options, url: url.replace('mariadb://', 'mysql://') });
    onTestFinished(async () => {
      await db.close();
      await drop();
    });
    await db.migrate();
    expect([db.dialect, await db.ready()]).toEqual(['mariadb', true]);
  });

  it('is refused when its database would ignore case and accents', async () => {
    const { url, drop } = await emptyDatabase('mariadb');
    onTestFinished(drop);
    const db = await openDatabase({ ...options, url });
    await db.read.em.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} COLLATE utf8mb4_unicode_ci`);
    await db.close();
    await expect(openDatabase({ ...options, url })).rejects.toThrow('utf8mb4_nopad_bin');
  });
});
