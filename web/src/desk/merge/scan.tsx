import { Button } from '@amsterdam/design-system-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { shortNumber } from '../../ui/numbers.ts';
import { ProblemAlert } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Panel } from '../shared/panel.tsx';
import { ScanDuplicatesDocument } from './merge.generated.ts';

const { merge: words } = desk;

const fresh = { next: '', compared: '0', raised: '0', remaining: '', done: false };

/** Compares all employers, some hundreds at a time. Where it is stands in this browser: leaving the screen stops it, and one goes on later. */
export const Scan = () => {
  const form = useForm<typeof fresh>(fresh, 'dubbelingen-zoeken');
  const { send, problem } = useCommand(ScanDuplicatesDocument);
  const [running, setRunning] = useState(false);
  const stop = useRef(false);
  useEffect(
    () => () => {
      stop.current = true;
    },
    [],
  );

  const run = async (from: typeof fresh): Promise<void> => {
    stop.current = false;
    setRunning(true);
    let at = from;
    while (!stop.current && !at.done) {
      const result = await send({ after: at.next === '' ? null : at.next });
      if (!result) break;
      const { employers, raised, remaining, next } = result;
      at = {
        next: next ?? '',
        compared: String(Number(at.compared) + employers),
        raised: String(Number(at.raised) + raised),
        remaining: String(remaining),
        done: next === null,
      };
      for (const [name, value] of Object.entries(at)) form.set(name as keyof typeof fresh, value);
    }
    setRunning(false);
  };
  const { values } = form;
  const [compared, raised] = [Number(values.compared), Number(values.raised)];
  const all = compared + Number(values.remaining);
  const begun = compared > 0;
  return (
    <Panel title={words.scan}>
      <p className="small">{words.scanHelp}</p>
      <ProblemAlert problem={problem} />
      <div role="status">
        {begun && !values.done && (
          <>
            <progress className="desk-progress" max={all} value={compared} aria-label={words.scan} />
            <p className="small">
              {words.scanAt(shortNumber(compared), shortNumber(all))}. {words.scanFound(raised)}
            </p>
          </>
        )}
        {values.done && <p>{words.scanDone(shortNumber(compared), raised)}</p>}
      </div>
      <div className="actions">
        {running ? (
          <Button
            variant="secondary"
            onClick={() => {
              stop.current = true;
            }}
          >
            {words.scanStop}
          </Button>
        ) : (
          <>
            {!values.done && (
              <Button variant="secondary" onClick={() => void run(values)}>
                {begun ? words.scanGoOn : words.scanStart}
              </Button>
            )}
            {begun && (
              <Button variant="tertiary" onClick={() => void run(fresh)}>
                {words.scanAgain}
              </Button>
            )}
          </>
        )}
      </div>
    </Panel>
  );
};
