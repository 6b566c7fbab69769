// Sizes of hand-written files (docs/architecture.md): small files are read, large ones are searched.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './lib.ts';

const MAX = 300;
const NINE_OF_TEN = 150;

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], { cwd: inRoot(), encoding: 'utf8' }).split(
  '\n',
);

export const budgetReport = (): { line: string; problems: string[] } => {
  const sizes = listed
    .filter((file) => file !== '' && !/\.(test|setup|generated)\.ts$|migrations|^web\/src\/texts\b/.test(file))
    .flatMap((file) => {
      try {
        return [{ file, lines: readFileSync(inRoot(file), 'utf8').split('\n').length }];
      } catch {
        return []; // listed by git, deleted in the work tree
      }
    })
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number): number => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0;
  const problems = sizes.filter(({ lines }) => lines > MAX).map(({ file, lines }) => `${file}: ${lines} lines, at most ${MAX}`);
  if (at(0.9) > NINE_OF_TEN) problems.push(`One file in ten has more than ${at(0.9)} lines; nine in ten should have at most ${NINE_OF_TEN}`);
  return { line: `${sizes.length} files, median ${at(0.5)} lines, 90 % within ${at(0.9)}, largest ${at(1)}`, problems };
};
