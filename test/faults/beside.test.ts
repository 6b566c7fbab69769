import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loopDelayOf, startWatched, timeOf } from './beside.ts';

const LATE_MS = 400;

it('a watched program tells how late its event loop was since it was asked last', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'werkplein-watched-'));
  const file = join(folder, 'program.mjs');
  writeFileSync(
    file,
    `setTimeout(() => { const since = performance.now(); while (performance.now() - since < ${LATE_MS}); }, 30);
    setInterval(() => {}, 1000);`,
  );
  const child = startWatched([file], process.env);
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });
  const most = (): Promise<number> => loopDelayOf(child);
  // It is at most as late as its last look was early.
  await expect.poll(most).toBeGreaterThan(LATE_MS - 20);
  await expect.poll(most).toBeLessThan(LATE_MS - 20);
});

it('who was not answered waited as long as anybody waits', () => {
  const answers = [...Array.from({ length: 98 }, () => ({ ms: 5, whole: true })), { ms: null, whole: false }, { ms: null, whole: false }];
  expect([0.5, 0.97, 0.99, 1].map((share) => timeOf(answers, share))).toEqual([5, 5, 10_000, 10_000]);
});
