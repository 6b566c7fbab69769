import { desk } from '../../texts/desk.ts';

const { mergeType } = desk.words;

/** How many of what, in words. */
export const countsText = (counts: readonly { type: string; count: number }[]): string =>
  new Intl.ListFormat('nl').format(
    counts.filter(({ count }) => count > 0).map(({ type, count }) => `${count} ${mergeType[type]?.[count === 1 ? 0 : 1] ?? type}`),
  );
