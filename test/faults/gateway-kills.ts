import { setTimeout as wait } from 'node:timers/promises';
import { cpuOf } from '../../bench/gateways/processes.ts';
import { type BesideOptions, behindBalancer } from './behind-balancer.ts';
import type { Member } from './cluster.ts';
import { between, oneOf, randomOf } from './random.ts';
import { atLeast, atMost, type Finding, note, quantile, say } from './report.ts';

/** Milliseconds between one that is ready again and the next kill. */
const [SOONEST, LATEST] = [150, 1500];

/** One of two gateways is ended by SIGKILL at moments that the seed decides, and started again. */
export const runGatewayKills = ({ kills, ...options }: BesideOptions & { kills: number }): Promise<Finding[]> => {
  say(`kills of gateways, ${options.gateway}: seed ${options.seed}`);
  const random = randomOf(options.seed);
  return behindBalancer(
    options,
    async ({ gateways }, progress) => {
      const took: number[] = [];
      const spent: number[] = [];
      while (took.length < kills) {
        await wait(between(random, SOONEST, LATEST));
        const hit: Member = oneOf(random, gateways);
        const since = performance.now();
        await hit.kill();
        await hit.start();
        took.push(performance.now() - since);
        spent.push(cpuOf(hit));
        if (took.length % 5 === 0 || took.length === kills) say(`${took.length} of ${kills} kills; ${progress()}`);
      }
      return [
        atLeast('gateways killed', took.length, kills),
        note('killed and ready again after, p50 and most', `${Math.round(quantile(took, 0.5))}, ${Math.round(Math.max(...took))} ms`),
        note('processor time of a start, p50', `${Math.round(quantile(spent, 0.5))} ms`),
      ];
    },
    ({ dropped, wrong, doubtful }) => [
      note('connections dropped', String(dropped)),
      atMost('answers that were wrong', wrong, 0),
      note('commands in doubt', String(doubtful)),
    ],
  );
};
