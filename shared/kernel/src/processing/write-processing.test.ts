import { expect, it } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import { countStatements } from '../persistence/statements.ts';
import { requestContext } from '../server/context.ts';
import { databaseForTest, dialects } from '../testing/databases.ts';
import { demoUser, testLogging } from '../testing/subgraph.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { AccessEvent, type Activity, ProcessingLogLine, writeProcessing } from './index.ts';

const activity: Activity = { code: 'a', uri: 'https://register.invalid/a', name: 'A', purpose: 'BEHEER', legalBasis: 'wet', subjectIdType: 'client-id' };

it.each(dialects)('writes more persons than one statement takes, once for each activity, on %s', async (dialect) => {
  const clock = fixedClock('2026-11-23T10:00:00.123Z');
  const db = await databaseForTest(dialect, { entities: [], migrations: [] });
  const newId = newIds('0141', clock);
  const ctx = requestContext({
    principal: demoUser('almelo.klantregisseur'),
    trace: childOf(newTrace()),
    operation: 'Test',
    purpose: null,
    logging: testLogging('0141', { pseudonym: (id) => id, everyPseudonym: (id) => [id] }),
    db,
    clock,
    newId,
    home: '0141',
  });
  const ids = Array.from({ length: 1201 }, newId);
  for (const id of [...ids, ...ids]) ctx.processed(id, activity);
  ctx.processed(ids[0] as string, { ...activity, uri: 'https://register.invalid/b', code: 'b', purpose: 'BEMIDDELING' });
  const { statements } = await countStatements(() => db.write((tx) => writeProcessing(tx, ctx, ctx.recorder.pending())));
  expect(statements).toBe(4);
  expect(await db.read.em.count(ProcessingLogLine)).toBe(1202);
  expect(await db.read.em.findOneByOrFail(ProcessingLogLine, { dataSubjectId: ctx.logging.pseudonym(ids[1200] as string) })).toMatchObject({
    startTime: clock(),
    endTime: clock(),
  });
  const [event] = await db.read.em.find(AccessEvent);
  expect(event).toMatchObject({ action: 'a b', purpose: 'BEHEER BEMIDDELING', subjectCount: 1201, at: clock() });
  expect(event?.subjectIds).toEqual(ids.slice(0, 1000));
  expect(await db.drift()).toEqual([]);
});
