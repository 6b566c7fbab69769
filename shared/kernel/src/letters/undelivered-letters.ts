import { Brackets } from 'typeorm';
import { organisation } from '../graphql/shared.types.ts';
import { decodeCursor, type Page, pageSize, toPage } from '../pages/index.ts';
import type { RequestContext } from '../server/context.ts';
import { SHOWN_FROM_TRY } from './courier.ts';
import { LetterOut } from './letter.entity.ts';
import type { OutgoingLetter } from './letter.types.ts';

const BEHIND =
  "(SELECT COUNT(*) FROM letter_out b WHERE b.addressee = l.addressee AND b.aggregateId = l.aggregateId AND b.state = 'WAITING' AND b.entry > l.entry)";

/** Letters that were refused, and those that do not arrive though they are tried again; oldest first. Never what they say, nor about whom. */
export const undeliveredLetters = async (ctx: RequestContext, first: number, after: string | null): Promise<Page<OutgoingLetter>> => {
  const size = pageSize(first);
  const [from = '0'] = decodeCursor(after) ?? [];
  const { entities, raw } = await ctx.db.read.em
    .createQueryBuilder(LetterOut, 'l')
    .addSelect(BEHIND, 'behind')
    .where(new Brackets((q) => q.where("l.state = 'REFUSED'").orWhere("(l.state = 'WAITING' AND l.tries >= :shown)", { shown: SHOWN_FROM_TRY })))
    .andWhere('l.entry > :from', { from: Number(from) })
    .orderBy('l.entry')
    .limit(size + 1)
    .getRawAndEntities<{ behind: number | string }>();
  const rows = entities.map(({ entry, id, addressee, kind, writtenAt, state, tries, problem, nextTryAt }, index) => ({
    entry,
    id,
    addressee: organisation(addressee),
    kind,
    writtenAt,
    state,
    tries,
    problem,
    nextTryAt: state === 'WAITING' ? nextTryAt : null,
    waitingBehind: Number(raw[index]?.behind ?? 0),
  }));
  return toPage(rows, size, ({ entry, id }) => [String(entry), id]);
};
