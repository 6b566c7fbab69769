import { setTimeout as wait } from 'node:timers/promises';
import { type BesideOptions, behindBalancer, DRAIN_MS } from './behind-balancer.ts';
import { atLeast, atMost, type Finding, note, quantile, say } from './report.ts';

/** The gateways and the programs of the nuo are replaced one after another under load, so many times round. */
export const runRolling = ({ rounds, ...options }: BesideOptions & { rounds: number }): Promise<Finding[]> => {
  say(`rolling restart, ${options.gateway}: seed ${options.seed}`);
  return behindBalancer(
    options,
    async ({ members }, progress) => {
      const took: number[] = [];
      let failedStops = 0;
      for (let round = 1; round <= rounds; round += 1) {
        for (const name of ['gateway0', 'nuo0', 'gateway1', 'nuo1']) {
          const each = members.get(name);
          if (!each) throw new Error(`there is no ${name}`);
          const since = performance.now();
          if ((await each.stop()) !== 0) failedStops += 1;
          await each.start();
          took.push(performance.now() - since);
          // Until both balancers have seen it: the next one may leave only then.
          await wait(DRAIN_MS);
        }
        say(`${round} of ${rounds} rounds; ${progress()}`);
      }
      return [
        atLeast('programs replaced', took.length, rounds * 4),
        note('stopped and ready again after, p50 and most', `${Math.round(quantile(took, 0.5))}, ${Math.round(Math.max(...took))} ms`),
        atMost('programs that did not end with 0', failedStops, 0),
      ];
    },
    ({ dropped, wrong, doubtful }) => [
      atMost('connections dropped', dropped, 0),
      atMost('answers that were wrong', wrong, 0),
      atMost('commands in doubt', doubtful, 0),
    ],
  );
};
