import { isNuo, useMe } from '../app/me.tsx';
import { useCommand } from '../graph/command.ts';
import { forWerkplein } from '../graph/municipal.ts';
import type { Problem } from '../graph/problems.ts';
import { texts } from '../texts.ts';
import { notify } from '../ui/notice.tsx';
import { SendLetterAgainDocument, SetLetterAsideDocument } from './letters.generated.ts';
import { WerkpleinSendLetterAgainDocument, WerkpleinSetLetterAsideDocument } from './letters.werkplein.generated.ts';

const words = texts.beheer;

interface LetterCommands {
  again(letterId: string): Promise<void>;
  aside(letterId: string): Promise<void>;
  busy: boolean;
  problem: Problem | null;
}

/** What a functional administrator does with letters of the own organisation; both kinds of organisation take the same and answer the same. */
export const useLetterCommands = (): LetterCommands => {
  const me = useMe();
  const code = isNuo(me) ? null : me.organisation.code;
  const sending = useCommand(
    code === null ? SendLetterAgainDocument : (forWerkplein(WerkpleinSendLetterAgainDocument, code) as unknown as typeof SendLetterAgainDocument),
  );
  const setting = useCommand(
    code === null ? SetLetterAsideDocument : (forWerkplein(WerkpleinSetLetterAsideDocument, code) as unknown as typeof SetLetterAsideDocument),
  );
  return {
    again: async (letterId) => {
      const result = await sending.send({ letterId });
      if (result) notify(result.__typename === 'LetterEnded' ? words.ended(words.states[result.state]) : words.sentAgain);
    },
    aside: async (letterId) => {
      const result = await setting.send({ letterId });
      if (result) notify(result.__typename === 'LetterEnded' ? words.ended(words.states[result.state]) : words.setAside);
    },
    busy: sending.busy || setting.busy,
    problem: sending.problem ?? setting.problem,
  };
};
