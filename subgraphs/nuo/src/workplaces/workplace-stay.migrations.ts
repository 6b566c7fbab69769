import { column, createTable, type Migration, type NewId, newIds, nullable, systemClock } from '@werkplein/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Assigned, staysOf } from './workplace-stay.rules.ts';

interface Given {
  id: string;
  startsOn: string;
  workplaceId: string | null;
}
interface Step {
  placementId: string;
  onDay: string;
  facts: string | null;
}

const assignedIn = ({ onDay, facts }: Step): Assigned[] => {
  const { workplaceId } = JSON.parse(facts ?? '{}') as { workplaceId?: [before: string | null, after: string | null] };
  return workplaceId === undefined ? [] : [{ onDay, before: workplaceId[0], after: workplaceId[1] }];
};

const newId: NewId = newIds('nuo', systemClock);
const BATCH = 500;

/** Where placements were before their stays were kept, as far as their steps tell it. */
export class StaysFromSteps implements MigrationInterface {
  name = 'Stays_from_steps1764610000002';

  async up(runner: QueryRunner): Promise<void> {
    // A run that was killed left some.
    await runner.query('DELETE FROM workplace_stay');
    const steps = (await runner.query("SELECT placementId, onDay, facts FROM placement_event WHERE step = 'assign' ORDER BY placementId, version")) as Step[];
    const assigned = Map.groupBy(steps, ({ placementId }) => placementId);
    const placements = (await runner.query(
      "SELECT id, startsOn, workplaceId FROM placement WHERE workplaceId IS NOT NULL OR id IN (SELECT placementId FROM placement_event WHERE step = 'assign')",
    )) as Given[];
    const stays = placements.flatMap(({ id, startsOn, workplaceId }) =>
      staysOf(startsOn, workplaceId, (assigned.get(id) ?? []).flatMap(assignedIn)).map((stay) => [newId(), id, stay.workplaceId, stay.fromDay, stay.untilDay]),
    );
    for (let at = 0; at < stays.length; at += BATCH) {
      const rows = stays.slice(at, at + BATCH);
      await runner.query(
        `INSERT INTO workplace_stay (id, placementId, workplaceId, fromDay, untilDay) VALUES ${rows.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        rows.flat(),
      );
    }
  }

  async down(): Promise<void> {
    // The rows go with their table.
  }
}

export const workplaceStayMigrations: readonly Migration[] = [
  createTable(1764610000001, 'workplace_stay', {
    columns: { id: column.id, placementId: column.id, workplaceId: column.id, fromDay: column.day, untilDay: nullable(column.day) },
    primary: ['id'],
    indices: { ix_workplace_stay_workplace: ['workplaceId'] },
    uniques: { uq_workplace_stay: ['placementId', 'fromDay'] },
    references: {
      fk_workplace_stay_placement: { column: 'placementId', table: 'placement' },
      fk_workplace_stay_workplace: { column: 'workplaceId', table: 'workplace' },
    },
  }),
  StaysFromSteps,
];
