import type { TestProject } from 'vitest/node';
import { redisBinary } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    redisBinary: string | null;
  }
}

/** Says whether the tests with Redis run; each starts a private one. */
export default function setup(project: TestProject): void {
  const binary = redisBinary() ?? null;
  if (binary === null) {
    if (process.env['CI'] === 'true') throw new Error('CI needs Redis: redis-server was not found. .ci/run installs it.');
    console.warn('\n  Redis was not found: the tests run without it. Install redis-server to run them with it.\n');
  }
  project.provide('redisBinary', binary);
}
