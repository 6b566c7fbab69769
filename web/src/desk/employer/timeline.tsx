import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { addDays, dayOf, dayText } from '../../ui/dates.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { EmployerTimelineDocument, type TimelineItemFragment } from './timeline.generated.ts';
import { TimelineEntry } from './timeline-entry.tsx';

const { employer: words } = desk;
const AFTER = 'agenda-na';
const BACK = 'terug';
const STEP_DAYS = 180;
const AHEAD_DAYS = 90;
/** What one looks at before a call; the rest of the half year is a click away. */
const LATEST = 5;

const keyOf = ({ at, contactPlan, contactMoment }: TimelineItemFragment): string => contactPlan?.id ?? contactMoment?.id ?? at;

/** Contacts of all organisations in one order, the latest above, with today among them. `terug` in the address is how many half years earlier. */
export const Timeline = ({ id }: { id: string }) => {
  const [params] = useSearchParams();
  const back = Math.max(0, Math.trunc(Number(params.get(BACK))) || 0);
  const today = dayOf();
  const from = addDays(today, -STEP_DAYS * (back + 1));
  const until = addDays(today, -STEP_DAYS * back - 1);
  const ahead = addDays(today, AHEAD_DAYS);
  const asked = useAsk(EmployerTimelineDocument, { variables: { id, from, until, today, ahead, after: useAfter(AFTER) } });
  const earlier = new URLSearchParams(params);
  earlier.set(BACK, String(back + 1));
  earlier.delete(AFTER);
  const [now] = useState(() => new Date().toISOString());
  const [all, setAll] = useState(false);
  return (
    <Panel title={words.timeline}>
      <p className="small">{words.timelinePeriod(dayText(from), dayText(back === 0 ? ahead : until))}</p>
      <Answer asked={asked}>
        {({ employer }) => {
          if (!employer?.past) return null;
          const fresh = back === 0 ? (employer.coming?.nodes ?? []).toReversed() : [];
          const coming = fresh.filter(({ at }) => at > now);
          const past = [...fresh.filter(({ at }) => at <= now), ...employer.past.nodes.toReversed()];
          return (
            <>
              {coming.length + past.length === 0 && <Empty>{words.noContacts}</Empty>}
              <ol className="desk-timeline">
                {coming.map((entry) => (
                  <TimelineEntry key={keyOf(entry)} entry={entry} coming />
                ))}
                {back === 0 && (
                  <li className="desk-timeline-now">
                    {words.now}, {dayText(today)}
                  </li>
                )}
                {(all ? past : past.slice(0, LATEST)).map((entry) => (
                  <TimelineEntry key={keyOf(entry)} entry={entry} coming={false} />
                ))}
              </ol>
              {!all && past.length > LATEST && (
                <p>
                  <Button variant="secondary" onClick={() => setAll(true)}>
                    {words.showOlder(past.length - LATEST)}
                  </Button>
                </p>
              )}
              <Pager list={employer.past} name={AFTER} label={words.timeline} />
              <Link className="no-print" to={`?${earlier}`} preventScrollReset>
                {words.earlier}
              </Link>
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
