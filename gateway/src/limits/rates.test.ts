import type { Principal } from '@werkplein/kernel';
import { freePort, redisServer, startRedis } from '@werkplein/kernel/testing';
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

describe.runIf(redisServer !== null)('rates in Redis', () => {
  const redis = async () => {
    const started = await startRedis(redisServer as string);
    onTestFinished(() => started.stop());
    return started;
  };

  it('are counted for two gateways together, and by each for itself when Redis is gone', async () => {
    const { url, stop } = await redis();
    const [one, two] = [start({ redisUrl: url, costPerMinute: 100 }), start({ redisUrl: url, costPerMinute: 100 })];
    const a = person('nuo', 'a');
    await Promise.all([one.ready(), two.ready()]);
    expect(await one.cost(a, 60)).toBe(0);
    expect(await two.cost(a, 60)).toBeGreaterThan(0);
    expect(await two.cost(person('0141', 'a'), 60)).toBe(0);
    logged.length = 0;
    await stop();
    expect([await one.cost(a, 60), await two.cost(a, 60)]).toEqual([0, 0]);
    expect(await one.cost(a, 60)).toBeGreaterThan(0);
    await expect.poll(() => logged).toEqual(Array.from({ length: 2 }, () => 'no Redis: rates are counted by this gateway alone'));
  });

  it('are not waited for when Redis hangs', async () => {
    const { url, hang } = await redis();
    const rates = start({ redisUrl: url });
    await rates.ready();
    const a = person('nuo', 'a');
    expect(await rates.cost(a, 60)).toBe(0);
    hang();
    const began = performance.now();
    expect(await rates.cost(a, 60)).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await rates.cost(a, 60)).toBeGreaterThan(0);
  });

  it('are counted by each for itself when Redis was never there', async () => {
    const rates = start({ redisUrl: `redis://127.0.0.1:${await freePort()}` });
    await rates.ready();
    const a = person('nuo', 'a');
    expect([await rates.cost(a, 60), (await rates.cost(a, 60)) > 0]).toEqual([0, true]);
  });
});
