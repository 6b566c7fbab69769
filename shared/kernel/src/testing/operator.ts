import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import type { Clock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import type { Database } from '../persistence/database.ts';
import { requestContext } from '../server/context.ts';
import type { RectificationReport } from '../subjects/rectify.ts';
import type { SubjectRegistry } from '../subjects/registry.ts';
import { subjectTasks } from '../subjects/tasks.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { testLogging } from './subgraph.ts';

export interface Rectified {
  printed: string;
  report: RectificationReport;
}

/** `rectify` as the command line gives it, by an operator of `home`, on what is in the file. */
export const rectifyForTest =
  (db: Database, home: string, clock: Clock, registry: SubjectRegistry, schema: GraphQLSchema) =>
  async (corrections: object | string, ...args: string[]): Promise<Rectified> => {
    const folder = mkdtempSync(join(tmpdir(), 'rectify-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [from, out] = [join(folder, 'corrections.json'), join(folder, 'report.json')];
    writeFileSync(from, typeof corrections === 'string' ? corrections : JSON.stringify(corrections));
    const ctx = requestContext({
      principal: { employeeId: 'operator:test', displayName: 'Beheer', organisation: home, roles: ['functioneelbeheerder'] },
      db,
      home,
      clock,
      newId: newIds(home, clock),
      trace: childOf(newTrace()),
      operation: 'command line: rectify',
      purpose: null,
      logging: testLogging(home),
    });
    const printed = (await subjectTasks['rectify']?.(ctx, registry, [...args, '--from', from, '--out', out], schema)) as string;
    return { printed, report: JSON.parse(readFileSync(out, 'utf8')) as RectificationReport };
  };

/** Every row of every table but these, to see that nothing was written. */
export const contentsOf = async ({ read: { em } }: Database, ...except: string[]): Promise<Record<string, string[]>> => {
  const contents: Record<string, string[]> = {};
  for (const { tableName } of em.connection.entityMetadatas)
    if (!except.includes(tableName)) contents[tableName] = (await em.query<object[]>(`SELECT * FROM ${tableName}`)).map((row) => JSON.stringify(row)).sort();
  return contents;
};
