// What a change of the committed schema does to who asks it, and whether that was told.
import type { GraphQLSchema } from 'graphql';
import { kernel } from '../lib.ts';
import { common, untold } from './changelog.ts';
import { type Committed, inWorkTree } from './committed.ts';
import { changesBetween, levels, type SchemaChange } from './compare.ts';
import { announcementProblems, brokenPromises, deprecationsOf, overdue } from './deprecations.ts';
import { policyChanges } from './policy.ts';

export interface SchemaReport {
  /** What stops it. */
  problems: string[];
  /** What to know of it. */
  lines: string[];
  note: string;
}

const SHOWN = 6;
const some = (names: readonly string[]): string =>
  names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');

const schemaOf = async (supergraph: string): Promise<GraphQLSchema> => (await import('@werkplein/gateway')).apiSchema(supergraph);

/** One line for what is the same at each Werkplein. */
const changeLines = (changes: readonly SchemaChange[], name: (text: string) => string): string[] => {
  const lines = new Map<string, { level: string; count: number; documents: Set<string> }>();
  for (const { level, message, documents } of changes) {
    const line = lines.get(name(message)) ?? { level, count: 0, documents: new Set<string>() };
    line.count += 1;
    for (const each of documents) line.documents.add(each);
    lines.set(name(message), line);
  }
  return [...lines].map(
    ([message, { level, count, documents }]) =>
      `${level.padEnd(9)} ${message}${count > 1 ? ` (${count} times)` : ''}${documents.size > 0 ? `; asked by ${some([...documents].toSorted())}` : ''}`,
  );
};

/** Documents that were answered and are so no more: a page that is open, or a frontend of another, still sends them. */
const documentLines = (before: Committed, now: Committed): string[] => {
  const texts = new Set(now.documents.values());
  const gone = [...before.documents].filter(([, text]) => !texts.has(text)).map(([name]) => name);
  return gone.length === 0 ? [] : [`documents that are answered no more as they were: ${some(gone.toSorted())}`];
};

/** `today` is `yyyy-mm-dd`. */
export const schemaReport = async (before: Committed, today: string, now: Committed = inWorkTree()): Promise<SchemaReport> => {
  const { municipalities } = await kernel();
  const after = await schemaOf(now.supergraph);
  const deprecations = deprecationsOf(after);
  const problems = announcementProblems(deprecations);
  const lines = overdue(deprecations, today);
  let changes: SchemaChange[] = [];
  if (before.supergraph !== now.supergraph) {
    const former = await schemaOf(before.supergraph);
    changes = await changesBetween(former, after, before.documents);
    lines.push(...changeLines(changes, (text) => common(text, municipalities)));
    problems.push(...brokenPromises(former, after, today));
    for (const coordinate of untold(changes, now.changelog ?? '', before.changelog, municipalities))
      problems.push(`${coordinate} breaks: say so in CHANGELOG.md, in a paragraph with "**Breaking:**" that names it`);
  }
  lines.push(...documentLines(before, now));
  if (before.permissions !== null) lines.push(...policyChanges(before.permissions, now.permissions ?? '').map((line) => `who may: ${line}`));
  const note = levels.map((level) => `${changes.filter((each) => each.level === level).length} ${level}`).join(', ');
  return { problems, lines, note };
};
