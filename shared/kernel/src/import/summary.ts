import type { ImportSummary } from './run-import.ts';

/** What could not be said on the other side, each with how often. */
export const notesText = (notes: Readonly<Record<string, number>> = {}): string =>
  Object.entries(notes)
    .toSorted(([, a], [, b]) => b - a)
    .map(([text, count]) => `\n  ${count}× ${text}`)
    .join('');

const rows = (count: number): string => (count === 1 ? '1 rij' : `${count} rijen`);

/** The summary for the person at the command line; its numbers add up to what was read. */
export const summaryText = ({ read, created, updated, unchanged, wouldWrite, rejected, rejectedFile, notes }: ImportSummary): string => {
  const parts = [
    ...(wouldWrite > 0 ? [`${wouldWrite} goed en niet geschreven (proef)`] : []),
    `${created} nieuw`,
    `${updated} gewijzigd`,
    `${unchanged} ongewijzigd`,
    `${rejected} afgekeurd`,
  ];
  const where = rejectedFile === null ? '' : `\nDe afgekeurde rijen staan met hun redenen in ${rejectedFile}.`;
  return `${rows(read)} gelezen: ${parts.join(', ')}.${where}${notesText(notes)}`;
};
