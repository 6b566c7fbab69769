// `npm run bench:growth [-- --write]`: how composing, loading, planning and memory grow with the number of municipalities, each size in a process of its
// own; processor time, so other load moves it little. 342 is all of the Netherlands and takes some minutes and 6 GB. With --write the drawing in docs.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chart } from './chart.ts';

const root = resolve(import.meta.dirname, '../..');
const sizes = (process.env['SIZES'] ?? '4,16,64,342').split(',').map(Number);

interface Measured {
  municipalities: number;
  compose: number;
  load: number;
  employers: number;
  oneClient: number;
  dashboard: number;
  supergraphMB: number;
  memoryMB: number;
}
const all = sizes.map((size) => {
  const text = execFileSync(process.execPath, ['--max-old-space-size=14000', join(root, 'bench/growth/municipalities.ts'), String(size)], { encoding: 'utf8' });
  const measured = JSON.parse(text) as Measured;
  process.stdout.write(text);
  return measured;
});
console.table(all);

const lines = {
  'compose, ms': 'compose',
  'load, ms': 'load',
  'plan of employers and people, ms': 'employers',
  'plan of one client, ms': 'oneClient',
  'memory, MB': 'memoryMB',
} as const satisfies Record<string, keyof Measured>;
if (process.argv.includes('--write'))
  writeFileSync(
    join(root, 'docs/growth-municipalities.svg'),
    chart(
      'municipalities',
      Object.entries(lines).map(([name, key]) => ({ name, points: all.map((each): [number, number] => [each.municipalities, each[key]]) })),
    ),
  );
