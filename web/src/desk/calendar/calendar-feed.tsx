import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { notify } from '../../ui/notice.tsx';
import { Answer, ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { CreateCalendarFeedDocument, MyCalendarFeedDocument, RevokeCalendarFeedDocument } from './calendar-feed.generated.ts';

const { calendar: words } = desk;

/** An address at which the own calendar program reads what one has planned; it is shown once. */
export const CalendarFeed = () => {
  const asked = useAsk(MyCalendarFeedDocument);
  const create = useCommand(CreateCalendarFeedDocument);
  const revoke = useCommand(RevokeCalendarFeedDocument);
  const [path, setPath] = useState<string | null>(null);
  const busy = create.busy || revoke.busy;
  const make = async (): Promise<void> => {
    const result = await create.send({});
    if (result?.__typename === 'CalendarFeedCreated') setPath(result.path);
    if (result?.__typename === 'CalendarFeedExists') notify(words.exists(dayText(dayOf(result.expiresAt))));
  };
  const end = async (): Promise<void> => {
    if (!(await revoke.send({}))) return;
    setPath(null);
    notify(words.revoked);
  };
  return (
    <Panel title={words.title}>
      <p className="small">{words.intro}</p>
      <ProblemAlert problem={create.problem ?? revoke.problem} />
      {path !== null && (
        <>
          <p>{words.once}</p>
          <p>
            <code className="desk-address" aria-label={words.address}>
              {location.origin + path}
            </code>
          </p>
        </>
      )}
      <Answer asked={asked}>
        {({ calendarFeed }) =>
          calendarFeed === null ? (
            <Button variant="secondary" aria-disabled={busy} onClick={() => void (busy || make())}>
              {words.make}
            </Button>
          ) : (
            <>
              <p className="small">
                {words.exists(dayText(dayOf(calendarFeed.expiresAt)))} {path === null && words.lost}
              </p>
              <Button variant="secondary" aria-disabled={busy} onClick={() => void (busy || end())}>
                {words.revoke}
              </Button>
            </>
          )
        }
      </Answer>
    </Panel>
  );
};
