import { ConfigurationError } from '../config/index.ts';
import { type Finding, well, wrong } from './finding.ts';

/** Reads what a program reads at its start; each problem that it names is a finding. */
export const checkSettings = async (reads: readonly (() => unknown)[]): Promise<Finding[]> => {
  const problems = new Set<string>();
  for (const read of reads) {
    try {
      await read();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const lines = error instanceof ConfigurationError ? text.split('\n').filter((line) => !line.endsWith(':')) : [text];
      for (const line of lines) problems.add(line.trim());
    }
  }
  if (problems.size === 0) return [well('instellingen', 'zijn te gebruiken')];
  return [...problems].map((problem) => wrong('instellingen', problem, 'Zet deze instelling goed; docs/configuration.md zegt wat zij betekent.'));
};
