import { z } from 'zod';
import { runCommand } from '../commands/index.ts';
import type { ReadTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { Erasure } from './erasure.entity.ts';
import { eraseRows } from './erase-subject.ts';
import { personTable, type SubjectKind, type SubjectRegistry } from './registry.ts';
import { findKeys, rowsOf } from './remove-rows.ts';
import { everySubjectHash } from './tombstones.ts';

/** What is kept outside the database and its backups: hashes only. */
const fileSchema = z.object({
  format: z.literal('werkplein-erasures/1'),
  erasures: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      subjectHash: z.string(),
      numberHash: z.string().nullable(),
      ground: z.string(),
      erasedAt: z.iso.datetime(),
    }),
  ),
});
type ErasureFile = z.infer<typeof fileSchema>;

export const erasureFile = async ({ em }: ReadTx): Promise<ErasureFile> => {
  const rows = await em.find(Erasure, { order: { id: 'ASC' } });
  return { format: 'werkplein-erasures/1', erasures: rows.map((row) => ({ ...row, erasedAt: row.erasedAt.toISOString() })) };
};

/** Puts back the tombstones that a restored backup does not have. */
export const learnErasures = async (ctx: RequestContext, file: unknown): Promise<number> => {
  const { erasures } = fileSchema.parse(file);
  const known = new Set((await ctx.db.read.em.find(Erasure)).map((row) => row.subjectHash));
  const fresh = erasures.filter((row) => !known.has(row.subjectHash));
  if (fresh.length > 0) {
    await ctx.db.write((tx) =>
      tx.em.insert(
        Erasure,
        fresh.map((row) => ({ ...row, erasedAt: new Date(row.erasedAt) })),
      ),
    );
  }
  return fresh.length;
};

const PAGE = 500;

const reapplyKind = async (ctx: RequestContext, kind: SubjectKind, newRequestId: () => string, onProgress: (seen: number) => void): Promise<number> => {
  const hashes = new Set((await ctx.db.read.em.findBy(Erasure, { kind: kind.name })).map((row) => row.subjectHash));
  const table = personTable(kind);
  let erased = 0;
  let seen = 0;
  for (let after = ''; hashes.size > 0; ) {
    const page = await findKeys(ctx.db.read, table, rowsOf(ctx.db.read, table).where('t.id > :after', { after }), PAGE);
    if (page.length === 0) break;
    for (const { key } of page) {
      const id = key['id'] as string;
      after = id;
      if (!everySubjectHash(ctx, kind.name, id).some((hash) => hashes.has(hash))) continue;
      const effect = async (tx: Parameters<typeof eraseRows>[0]) => {
        await eraseRows(tx, kind, [id], true);
        return { answer: { __typename: 'Erased' as const }, subjectIds: [id] };
      };
      await runCommand(ctx, `reapply erasure ${kind.name}`, { requestId: newRequestId() }, effect, kind.erasing(ctx));
      erased += 1;
    }
    seen += page.length;
    onProgress(seen);
  }
  return erased;
};

/** Erases again whom a restored backup has brought back: each in a transaction of its own, so that a second run finishes what a first began. */
export const reapplyErasures = async (
  ctx: RequestContext,
  registry: SubjectRegistry,
  newRequestId: () => string,
  onProgress: (seen: number) => void = () => undefined,
): Promise<number> => {
  let erased = 0;
  for (const kind of registry.subjects) erased += await reapplyKind(ctx, kind, newRequestId, onProgress);
  return erased;
};
