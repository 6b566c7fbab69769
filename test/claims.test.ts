import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, localDay, newKeyPair, NUO, type Principal, signer, STATEMENT_HEADER, systemClock } from '@werkplein/kernel';
import { type Answer, dialects, emptyDatabase, freePort, newAsking } from '@werkplein/kernel/testing';
import { expect, it, onTestFinished } from 'vitest';
import { ended, startProgram, untilReady } from './stack.ts';

const CALLERS = 50;
const claim = `mutation ($input: PlanContactInput!) { nuo { planContact(input: $input) { __typename
  ... on ContactPlanned { contactPlan { id owner { id } } } ... on ContactConflict { contactPlan { id } holder { id } } } } }`;
const manager = (n: number): Principal => ({
  employeeId: `manager-${n}`,
  displayName: `Manager ${n}`,
  organisation: n % 2 ? '0189' : NUO,
  roles: ['accountmanager'],
});

it.runIf(dialects.includes('mariadb'))(
  'of 50 claims at once on two processes, one of which is killed, one holds and 49 hear who',
  { timeout: 120_000 },
  async () => {
    const { url, drop } = await emptyDatabase('mariadb');
    const keysDir = mkdtempSync(join(tmpdir(), 'werkplein-claims-'));
    const keys = await newKeyPair();
    const sign = await signer(keys.privateJwk, 'gateway');
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      KEYS_DIR: keysDir,
      LOG_LEVEL: 'error',
      NUO_DATABASE_URL: url,
      GATEWAY_PUBLIC_KEY: JSON.stringify(keys.publicJwk),
    };
    const node = (args: string[], port: number): ChildProcess => startProgram('subgraphs/nuo/dist/main.js', { ...env, NUO_PORT: String(port) }, args);
    const ports = [await freePort(), await freePort()] as const;
    expect(await ended(node(['demo', '--scale', '0.02'], ports[0]))).toBe(0);
    const processes = ports.map((port) => node([], port));
    onTestFinished(async () => {
      for (const child of processes) child.kill('SIGTERM');
      await Promise.all(processes.map(ended));
      await drop();
      rmSync(keysDir, { recursive: true, force: true });
    });
    await Promise.all(ports.map((port, i) => untilReady(processes[i] as ChildProcess, port)));

    const ask = async (port: number, principal: Principal, query: string, variables: object = {}): Promise<Answer> => {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json', [STATEMENT_HEADER]: await sign(principal, NUO, newAsking(), body) };
      return (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).json() as Promise<Answer>;
    };
    const { data } = await ask(ports[0], manager(0), '{ employers(first: 1) { nodes { id } } }');
    const day = addDays(localDay(systemClock()), 40);
    const input = (n: number) => ({
      requestId: `claim-of-${n}`,
      employerId: data.employers.nodes[0].id,
      purpose: 'VACANCY',
      steering: 'VRAAGGESTUURD',
      channel: 'PHONE',
      window: { from: day, until: day },
    });
    let broken = 0;
    const answers = await Promise.all(
      Array.from({ length: CALLERS }, async (_, n) => {
        const first = ask(ports[n % 2 ? 1 : 0], manager(n), claim, { input: input(n) });
        // The rest of its claims have an unknown outcome: each asks again with its own requestId.
        const kill = () => processes[1]?.kill('SIGKILL');
        if (n === 25) void first.then(kill, kill);
        const answer = await first.catch(() => {
          broken += 1;
          return ask(ports[0], manager(n), claim, { input: input(n) });
        });
        return answer.data.nuo.planContact;
      }),
    );
    const won = answers.filter(({ __typename }) => __typename === 'ContactPlanned');
    const lost = answers.filter(({ __typename }) => __typename === 'ContactConflict');
    expect([won.length, lost.length]).toEqual([1, CALLERS - 1]);
    expect(new Set(lost.map(({ holder }) => holder.id))).toEqual(new Set([won[0].contactPlan.owner.id]));
    process.stdout.write(`claims on two processes: ${broken} of ${CALLERS} lost their connection and asked again\n`);
  },
);
