import { useState } from 'react';
import type { Command, ResultOf } from '../../graph/command.ts';
import { kindOf } from '../../graph/municipal.ts';
import { firstWords } from '../../texts/werkplein-first.ts';
import { notify } from '../../ui/notice.tsx';
import { type Refusal, refusalOf } from './refusal.tsx';

type InputOf<D, V> = Parameters<Command<D, V>['send']>[0];

/** A command on a screen: on its way, refused as a whole, refused by its rules, or done. */
export interface Sending<I> {
  busy: boolean;
  problem: Command<unknown, unknown>['problem'];
  refusal: Refusal | null;
  send(input: I): Promise<void>;
}

const warningsOf = (result: unknown): readonly string[] => (result as { warnings?: readonly string[] }).warnings ?? [];

/**
 * Sends a command whose wanted answer is of the kind `wanted`; says `said` when it came, with what the writer should look at again.
 * Any other answer stands on the screen until the next try.
 */
export const useSending = <D, V>(
  command: Command<D, V>,
  wanted: string,
  said: string,
  done: (result: ResultOf<D>) => void = () => undefined,
): Sending<InputOf<D, V>> => {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    busy: command.busy,
    problem: command.problem,
    refusal,
    send: async (input) => {
      setRefusal(null);
      const result = await command.send(input);
      if (result === null) return;
      if (kindOf(result) !== wanted) {
        setRefusal(refusalOf(result));
        return;
      }
      notify([said, ...warningsOf(result).map((each) => firstWords.warning(each))].join(' '));
      done(result);
    },
  };
};
