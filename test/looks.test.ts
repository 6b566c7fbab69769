import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// Decision 90: what is Amsterdam's alone stands beside the components, and in nothing that we serve.

const root = resolve(import.meta.dirname, '..');
const web = createRequire(join(root, 'web/package.json'));
const served = (kind: string): string =>
  globSync(`web/dist/**/*.${kind}`, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
const theirs = (name: string): string => readFileSync(createRequire(web.resolve('@amsterdam/design-system-react')).resolve(name), 'utf8');

describe('the screens as they are built', () => {
  it('draw no icon of Amsterdam', () => {
    const script = served('js');
    const shapes = [...theirs('@amsterdam/design-system-react-icons').matchAll(/ d: "([^"]{24,})"/g)].map(([, shape]) => shape as string);
    expect([shapes.length > 100, script.length > 100_000]).toEqual([true, true]);
    expect(shapes.filter((shape) => script.includes(shape))).toEqual([]);
  });

  it('have none of its colours and fonts, and a value for each token that the components name', () => {
    const style = served('css');
    expect(style.match(/#ec0000|#e00\b|#004699|#003677|#00893c|#009de6|Amsterdam Sans/gi)).toBeNull();
    const defined = new Set([...style.matchAll(/(--ams-[\w-]+):/g)].map(([, name]) => name as string));
    const asked = [...style.matchAll(/var\((--ams-[\w-]+)\)/g)].map(([, name]) => name as string);
    expect(asked.length).toBeGreaterThan(500);
    expect([...new Set(asked)].filter((name) => !defined.has(name))).toEqual([]);
  });
});
