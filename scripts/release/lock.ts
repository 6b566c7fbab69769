// What is installed, as the lock file says: versions below which there is a known hole, and programs that want to run while installing.
import { readFileSync } from 'node:fs';
import { gte } from 'semver';
import { inRoot } from '../lib.ts';

interface Locked {
  version?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

/** Of package-lock.json: path → package. */
export type Lock = Readonly<Record<string, Locked>>;

export interface Floor {
  package: string;
  /** The first version without the holes. */
  floor: string;
  /** Whether there may be one copy only. */
  single?: boolean;
  advisories: readonly string[];
  why: string;
}

const IN = 'node_modules/';
const nameOf = (path: string): string => path.slice(path.lastIndexOf(IN) + IN.length);

const copiesOf = (lock: Lock, name: string): [path: string, version: string][] =>
  Object.entries(lock).flatMap(([path, { version, link }]) => (path.includes(IN) && nameOf(path) === name && !link ? [[path, version ?? '']] : []));

/** Every copy counts, however deep, also of what is installed for development alone. */
export const floorProblems = (lock: Lock, floors: readonly Floor[]): string[] =>
  floors.flatMap(({ package: name, floor, single = false, advisories }) => {
    const copies = copiesOf(lock, name);
    if (copies.length === 0) return [`${name} is not installed: take its floor out of scripts/release/floors.json`];
    const low = copies.filter(([, version]) => version === '' || !gte(version, floor));
    return [
      ...low.map(([path, version]) => `${path} is ${version || 'without a version'}, below ${floor} (${advisories.join(', ')})`),
      ...(single && copies.length > 1 ? [`${name} is there ${copies.length} times: ${copies.map(([path]) => path).join(', ')}`] : []),
    ];
  });

/** `allowed` is `allowScripts` of package.json: what was looked at, and whether it may run. */
export const installScriptProblems = (lock: Lock, allowed: Readonly<Record<string, boolean>>): string[] => {
  const wanting = new Set(Object.entries(lock).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [nameOf(path)] : [])));
  return [
    ...[...wanting]
      .filter((name) => !Object.hasOwn(allowed, name))
      .map((name) => `${name} wants to run a program while installing: look at it, and name it in allowScripts`),
    ...Object.entries(allowed).flatMap(([name, may]) => (may ? [`${name} may run a program while installing; nothing of ours needs one`] : [])),
  ];
};

const read = (path: string): unknown => JSON.parse(readFileSync(inRoot(path), 'utf8'));

export const lockProblems = (): string[] => {
  const { packages } = read('package-lock.json') as { packages: Lock };
  const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
  return [...floorProblems(packages, read('scripts/release/floors.json') as Floor[]), ...installScriptProblems(packages, allowScripts)];
};
