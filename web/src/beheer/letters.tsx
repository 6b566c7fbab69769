import { Button, Dialog } from '@amsterdam/design-system-react';
import { useRef, useState } from 'react';
import { texts } from '../texts.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { instantText } from '../ui/dates.ts';
import { Pager } from '../ui/pager.tsx';
import { Empty, ProblemAlert } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import type { LettersPageFragment } from './letters.generated.ts';
import { useLetterCommands } from './use-letter-commands.ts';

const words = texts.beheer;
type Letter = LettersPageFragment['nodes'][number];

const kindText = ({ kind }: Letter): string => words.kinds[kind] ?? words.otherKind;

const problemText = ({ problem, state }: Letter): string => {
  if (problem === null) return words.notTried;
  if (problem === 'UNREACHABLE') return words.unreachable;
  return state === 'REFUSED' ? words.refusedBecause(problem) : words.failedBecause(problem);
};

/** Letters that do not arrive: why, and what can be done about each. */
export const Letters = ({ letters }: { letters: LettersPageFragment }) => {
  const { again, aside, busy, problem } = useLetterCommands();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<Letter | null>(null);
  const ask = (letter: Letter): void => {
    setAsked(letter);
    dialog.current?.showModal();
  };
  const confirm = (): void => {
    dialog.current?.close();
    if (asked) void aside(asked.id);
  };
  return (
    <section className="panel" aria-label={words.lettersTitle} aria-busy={busy}>
      <ProblemAlert problem={problem} />
      {letters.nodes.length === 0 ? (
        <Empty>{words.noLetters}</Empty>
      ) : (
        <DataTable
          caption={words.lettersTitle}
          hideCaption
          rows={letters.nodes}
          keyOf={({ id }) => id}
          columns={[
            { header: words.kind, heads: true, cell: kindText },
            { header: words.addressee, cell: ({ addressee }) => addressee.name },
            { header: words.written, cell: ({ writtenAt }) => instantText(writtenAt) },
            {
              header: words.state,
              cell: ({ state }) => <StatusBadge tone={state === 'REFUSED' ? 'bad' : 'attention'}>{words.states[state]}</StatusBadge>,
            },
            { header: words.problem, cell: problemText },
            { header: words.tries, numeric: true, cell: ({ tries }) => String(tries) },
            { header: words.next, cell: ({ nextTryAt }) => (nextTryAt === null ? texts.common.none : instantText(nextTryAt)) },
            { header: words.behind, numeric: true, cell: ({ waitingBehind }) => String(waitingBehind) },
            {
              header: words.actions,
              cell: (letter) => (
                <span className="actions">
                  <button
                    type="button"
                    className="link-button"
                    aria-label={words.againOf(kindText(letter), letter.addressee.name)}
                    onClick={() => void again(letter.id)}
                  >
                    {words.again}
                  </button>
                  <button type="button" className="link-button" aria-label={words.asideOf(kindText(letter), letter.addressee.name)} onClick={() => ask(letter)}>
                    {words.aside}
                  </button>
                </span>
              ),
            },
          ]}
        />
      )}
      <Pager list={letters} />
      <Dialog
        ref={dialog}
        heading={words.asideHeading}
        footer={
          <>
            <Button onClick={confirm}>{words.asideConfirm}</Button>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              {texts.common.cancel}
            </Button>
          </>
        }
      >
        <p className="ams-paragraph">{words.asideText}</p>
      </Dialog>
    </section>
  );
};
