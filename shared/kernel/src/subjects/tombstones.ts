import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { Erasure } from './erasure.entity.ts';
import type { SubjectKind } from './registry.ts';

type Hashing = Pick<RequestContext, 'logging'>;

export const subjectHash = ({ logging }: Hashing, kind: string, id: string): string => logging.pseudonym(`erasure|${kind}|${id}`);
const numberHash = ({ logging }: Hashing, kind: string, number: string): string => logging.pseudonym(`erasure-number|${kind}|${number}`);

/** Keeps that this person was erased; once, whoever asks again. */
export const bury = async (tx: WriteTx, ctx: RequestContext, kind: SubjectKind, subjectId: string, number: string | null, ground: string): Promise<void> => {
  const hash = subjectHash(ctx, kind.name, subjectId);
  if (await tx.em.existsBy(Erasure, { subjectHash: hash })) return;
  await tx.em.insert(Erasure, {
    id: ctx.newId(),
    kind: kind.name,
    subjectHash: hash,
    numberHash: number === null ? null : numberHash(ctx, kind.name, number),
    ground,
    erasedAt: ctx.clock(),
  });
};

export const erasedAt = async (tx: ReadTx, ctx: Hashing, kind: string, subjectId: string): Promise<Date | null> =>
  (await tx.em.findOneBy(Erasure, { subjectHash: subjectHash(ctx, kind, subjectId) }))?.erasedAt ?? null;

/** When somebody with this number was last erased. */
export const numberErasedAt = async (tx: ReadTx, ctx: Hashing, kind: string, number: string): Promise<Date | null> => {
  const [last] = await tx.em.find(Erasure, { where: { numberHash: numberHash(ctx, kind, number) }, order: { erasedAt: 'DESC' }, take: 1 });
  return last?.erasedAt ?? null;
};
