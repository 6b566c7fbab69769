import { In } from 'typeorm';
import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import type { RequestContext } from '../server/context.ts';
import { Erasure } from './erasure.entity.ts';
import type { SubjectKind } from './registry.ts';

type Hashing = Pick<RequestContext, 'logging'>;

const subjectHash = ({ logging }: Hashing, kind: string, id: string): string => logging.pseudonym(`erasure|${kind}|${id}`);
/** As it was made under any key that is still known: a tombstone outlives the key of its day. */
export const everySubjectHash = ({ logging }: Hashing, kind: string, id: string): string[] => logging.everyPseudonym(`erasure|${kind}|${id}`);
const numberHash = ({ logging }: Hashing, kind: string, number: string): string => logging.pseudonym(`erasure-number|${kind}|${number}`);

/** Keeps that this person was erased; once, whoever asks again. */
export const bury = async (tx: WriteTx, ctx: RequestContext, kind: SubjectKind, subjectId: string, number: string | null, ground: string): Promise<void> => {
  if (await tx.em.existsBy(Erasure, { subjectHash: In(everySubjectHash(ctx, kind.name, subjectId)) })) return;
  await tx.em.insert(Erasure, {
    id: ctx.newId(),
    kind: kind.name,
    subjectHash: subjectHash(ctx, kind.name, subjectId),
    numberHash: number === null ? null : numberHash(ctx, kind.name, number),
    ground,
    erasedAt: ctx.clock(),
  });
};

export const erasedAt = async (tx: ReadTx, ctx: Hashing, kind: string, subjectId: string): Promise<Date | null> =>
  (await tx.em.findOneBy(Erasure, { subjectHash: In(everySubjectHash(ctx, kind, subjectId)) }))?.erasedAt ?? null;

/** When somebody with this number was last erased. */
export const numberErasedAt = async (tx: ReadTx, ctx: Hashing, kind: string, number: string): Promise<Date | null> => {
  const [last] = await tx.em.find(Erasure, {
    where: { numberHash: In(ctx.logging.everyPseudonym(`erasure-number|${kind}|${number}`)) },
    order: { erasedAt: 'DESC' },
    take: 1,
  });
  return last?.erasedAt ?? null;
};
