import { describe, expect, it } from 'vitest';
import { type Floor, floorProblems, installScriptProblems, type Lock, lockProblems } from './lock.ts';
import { nextVersion, versionProblem } from './version.ts';

const floors: Floor[] = [
  { package: 'graphql', floor: '16.15.0', single: true, advisories: ['CVE-1'], why: '' },
  { package: '@apollo/gateway', floor: '2.13.2', advisories: ['CVE-2', 'CVE-3'], why: '' },
];
const good: Lock = { '': { version: '1.0.0' }, 'node_modules/graphql': { version: '16.15.0' }, 'node_modules/@apollo/gateway': { version: '2.14.4' } };

describe('versions below which there is a known hole', () => {
  it.each<[string, Lock, string[]]>([
    ['are none here', good, []],
    ['are found', { ...good, 'node_modules/graphql': { version: '16.14.2' } }, ['node_modules/graphql is 16.14.2, below 16.15.0 (CVE-1)']],
    [
      'are found in a copy deep down',
      { ...good, 'node_modules/a/node_modules/@apollo/gateway': { version: '2.9.0' } },
      ['node_modules/a/node_modules/@apollo/gateway is 2.9.0, below 2.13.2 (CVE-2, CVE-3)'],
    ],
    [
      'are found before the floor itself',
      { ...good, 'node_modules/graphql': { version: '16.15.0-rc.1' } },
      ['node_modules/graphql is 16.15.0-rc.1, below 16.15.0 (CVE-1)'],
    ],
    ['count as numbers', { ...good, 'node_modules/@apollo/gateway': { version: '2.100.0' } }, []],
    [
      'do not hide behind a second copy',
      { ...good, 'web/node_modules/graphql': { version: '16.16.0' } },
      ['graphql is there 2 times: node_modules/graphql, web/node_modules/graphql'],
    ],
    ['are not those of a package whose name ends the same', { ...good, 'node_modules/@other/graphql': { version: '1.0.0' } }, []],
    [
      'need a package',
      { 'node_modules/graphql': { version: '16.15.0' } },
      ['@apollo/gateway is not installed: take its floor out of scripts/release/floors.json'],
    ],
  ])('%s', (_, lock, problems) => {
    expect(floorProblems(lock, floors)).toEqual(problems);
  });
});

describe('programs that run while installing', () => {
  const wants: Lock = { 'node_modules/native': { version: '1.0.0', hasInstallScript: true } };

  it.each<[string, Lock, Record<string, boolean>, number]>([
    ['are none', good, {}, 0],
    ['were looked at', wants, { native: false }, 0],
    ['are new', wants, {}, 1],
    ['are new deep down', { 'node_modules/a/node_modules/native': { hasInstallScript: true } }, {}, 1],
    ['may not run', wants, { native: true }, 1],
  ])('%s', (_, lock, allowed, problems) => {
    expect(installScriptProblems(lock, allowed)).toHaveLength(problems);
  });
});

it('the lock file of the project is above every floor', () => {
  expect(lockProblems()).toEqual([]);
});

describe('a version', () => {
  it.each([
    [null, '2026-11-29', '2026.11.0'],
    ['2026.11.0', '2026-11-30', '2026.11.1'],
    ['2026.11.9', '2026-11-30', '2026.11.10'],
    ['2026.11.10', '2026-12-01', '2026.12.0'],
    ['2026.12.3', '2027-01-02', '2027.1.0'],
    ['0.1.0', '2026-11-29', '2026.11.0'],
  ])('after %s on %s is %s', (last, day, next) => {
    expect(nextVersion(last, day)).toBe(next);
  });

  it.each([
    ['2026.11.1', null],
    ['2026.11.0', 'after 2026.11.0 comes 2026.11.1'],
    ['2026.11.2', 'comes 2026.11.1'],
    ['2026.12.0', 'comes 2026.11.1'],
  ])('%s after 2026.11.0 in November', (version, problem) => {
    expect(versionProblem(version, '2026.11.0', '2026-11-30')).toEqual(problem === null ? null : expect.stringContaining(problem));
  });
});
