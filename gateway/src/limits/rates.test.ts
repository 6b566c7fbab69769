import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Principal } from '@werkplein/kernel';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type RateSettings, rateLimits } from './rates.ts';

const person = (organisation: string, employeeId: string): Principal => ({ organisation, employeeId, displayName: '', roles: ['coordinator'] });
const settings: RateSettings = { requestsPerSecond: 2, costPerMinute: 100, anonymousPerSecond: 1 };
const logged: unknown[] = [];
const start = (given: Partial<RateSettings> = {}) => {
  const rates = rateLimits({ ...settings, ...given }, { warn: (...words: unknown[]) => logged.push(words.at(-1)), info: () => undefined } as never);
  onTestFinished(() => rates.stop());
  return rates;
};
afterEach(() => void vi.useRealTimers());

describe('rates', () => {
  it('let an employee ask again when the second, or the minute of its cost, is over', async () => {
    vi.useFakeTimers({ now: 0 });
    const rates = start();
    const [a] = [person('nuo', 'a')];
    expect([await rates.request(a), await rates.request(a), await rates.request(a)]).toEqual([0, 0, 1]);
    vi.advanceTimersByTime(1001);
    expect(await rates.request(a)).toBe(0);
    expect([await rates.cost(a, 60), await rates.cost(a, 60)]).toEqual([0, 60]);
    vi.advanceTimersByTime(30_000);
    expect(await rates.cost(a, 1)).toBe(30);
    vi.advanceTimersByTime(31_000);
    expect(await rates.cost(a, 100)).toBe(0);
  });

  it('are of one employee: not of a colleague, nor of the same id elsewhere, nor of ids that read alike', async () => {
    vi.useFakeTimers({ now: 0 });
    const rates = start();
    const used = person('0141', '1');
    await Promise.all([rates.request(used), rates.request(used), rates.cost(used, 100)]);
    expect([await rates.request(used), await rates.cost(used, 1)]).toEqual([1, 60]);
    for (const other of [person('0141', '2'), person('0189', '1'), person('014', '11'), person('0141', '1:'), person('0141","1', '')])
      expect([await rates.request(other), await rates.cost(other, 1)]).toEqual([0, 0]);
  });

  it('count strangers by address', async () => {
    vi.useFakeTimers({ now: 0 });
    const rates = start();
    expect([await rates.anonymous('192.0.2.1'), await rates.anonymous('192.0.2.1'), await rates.anonymous('192.0.2.2')]).toEqual([0, 1, 0]);
  });
});

const redis = spawnSync('redis-server', ['--version']).status === 0;
// CI must have it; a developer may not.
describe.runIf(redis || process.env['CI'])('rates in Redis', () => {
  const freePort = async (): Promise<number> => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    probe.close();
    await once(probe, 'close');
    return port;
  };
  const startRedis = async (): Promise<{ url: string; pause(): void; kill(): Promise<void> }> => {
    const port = await freePort();
    const child: ChildProcess = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
    await new Promise<void>((ready, fail) => {
      child.once('error', fail);
      child.stdout?.on('data', (text: Buffer) => text.includes('Ready to accept connections') && ready());
    });
    const kill = async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    onTestFinished(kill);
    return { url: `redis://127.0.0.1:${port}`, pause: () => void child.kill('SIGSTOP'), kill };
  };

  it('are counted for two gateways together, and by each for itself when Redis is gone', async () => {
    const { url, kill } = await startRedis();
    const [one, two] = [start({ redisUrl: url, costPerMinute: 100 }), start({ redisUrl: url, costPerMinute: 100 })];
    const a = person('nuo', 'a');
    await Promise.all([one.ready(), two.ready()]);
    expect(await one.cost(a, 60)).toBe(0);
    expect(await two.cost(a, 60)).toBeGreaterThan(0);
    expect(await two.cost(person('0141', 'a'), 60)).toBe(0);
    logged.length = 0;
    await kill();
    expect([await one.cost(a, 60), await two.cost(a, 60)]).toEqual([0, 0]);
    expect(await one.cost(a, 60)).toBeGreaterThan(0);
    await expect.poll(() => logged).toEqual(Array.from({ length: 2 }, () => 'no Redis: rates are counted by this gateway alone'));
  });

  it('are not waited for when Redis hangs', async () => {
    const { url, pause } = await startRedis();
    const rates = start({ redisUrl: url });
    await rates.ready();
    const a = person('nuo', 'a');
    expect(await rates.cost(a, 60)).toBe(0);
    pause();
    const began = performance.now();
    expect(await rates.cost(a, 60)).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(await rates.cost(a, 60)).toBeGreaterThan(0);
  });

  it('are counted by each for itself when Redis was never there', async () => {
    const rates = start({ redisUrl: `redis://127.0.0.1:${await freePort()}` });
    await rates.ready();
    const a = person('nuo', 'a');
    expect([await rates.cost(a, 60), (await rates.cost(a, 60)) > 0]).toEqual([0, true]);
  });
});
