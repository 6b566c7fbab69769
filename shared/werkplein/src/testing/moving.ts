import { type Clock, type Database, type Dialect, type Municipality, municipalities } from '@werkplein/kernel';
import { type AtEnd, testDatabase, type Postman, postmanForTest, postsForTest, serveForTest, type TestSubgraph } from '@werkplein/kernel/testing';
import { createWerkplein, type WerkpleinModule } from '../werkplein/create-werkplein.ts';
import { factsFor, keysFor } from './index.ts';

/** One Werkplein of two that send each other letters. */
export interface MovingWerkplein extends TestSubgraph {
  db: Database;
  module: WerkpleinModule;
  /** Carries letters to it. */
  postman: Postman;
}

const municipalityOf = (field: string): Municipality => municipalities.find((each) => each.field === field) as Municipality;

/** Werkpleinen that know each other's keys, each with a database of its own; what is for the NUO goes nowhere, or to `nuoUrl`. */
export const movingWerkpleinen = async <F extends string>(
  dialect: Dialect,
  clock: Clock,
  fields: readonly F[],
  atEnd: AtEnd,
  nuoUrl = 'http://127.0.0.1:1',
): Promise<Record<F, MovingWerkplein> & { posts: Awaited<ReturnType<typeof postsForTest>> }> => {
  const postmen = new Map(await Promise.all(fields.map(async (field) => [field, await postmanForTest(atEnd)] as const)));
  const urls = Object.fromEntries(fields.map((field) => [municipalityOf(field).code, postmen.get(field)?.url as string]));
  const posts = await postsForTest({ ...urls, nuo: nuoUrl });
  const serve = async (field: F): Promise<MovingWerkplein> => {
    const municipality = municipalityOf(field);
    const post = posts.get(municipality.code);
    const module = createWerkplein(factsFor(municipality), keysFor(municipality, { post: async () => post as never }));
    const db = await testDatabase(dialect, module);
    const served = await serveForTest(field, municipality.code, module.subgraph, db, clock, { letters: module.letters });
    atEnd(() => served.server.stop().then(() => db.close()));
    const postman = postmen.get(field) as Postman;
    postman.to = served.server.url;
    return { ...served, db, module, postman };
  };
  const served = Object.fromEntries(await Promise.all(fields.map(async (field) => [field, await serve(field)] as const)));
  return { ...(served as Record<F, MovingWerkplein>), posts };
};
