import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Of one process, user and system, in ms, with the threads of it. */
export const cpuOf = ({ pid }: { readonly pid?: number | null | undefined }): number => {
  // After the name of the program, which may hold spaces: fields 14 and 15 count from its end.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

export const memoryOf = ({ pid }: ChildProcess): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;

/** Busy time of all cores since the machine started, in ms. */
export const cpuOfMachine = (): number => {
  const [, user, nice, system, , , irq, softirq] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
  return [user, nice, system, irq, softirq].reduce<number>((sum, each) => sum + (each ?? 0), 0) * 10;
};

/** A program on one core, as in a container with one. */
export const onCore = (core: number, command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
  const child = spawn('taskset', ['-c', String(core), ...command], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  child.once('exit', (code, signal) => {
    if (code !== 0 && signal === null) process.stderr.write(`${command.join(' ')} ended with ${code}\n`);
  });
  return child;
};

export const firstLine = async (child: ChildProcess): Promise<string> => {
  let text = '';
  for await (const part of child.stdout ?? []) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  child.stdout?.resume();
  return text.slice(0, text.indexOf('\n'));
};

/** Null when it answers; else why it cannot. */
export const untilAnswers = async (child: ChildProcess, url: string, body: string, token: string): Promise<string | null> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (;;) {
    if (child.exitCode !== null) return 'it does not start';
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
    const answer = response && ((await response.json().catch(() => null)) as { errors?: { message: string }[] } | null);
    if (answer) return answer.errors?.[0]?.message ?? null;
    await wait(200);
  }
};
