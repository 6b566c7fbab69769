import '../desk.css';
import { useApolloClient } from '@apollo/client/react';
import { Page } from '../../app/page.tsx';
import { useLive } from '../../graph/live.ts';
import { desk } from '../../texts/desk.ts';
import { CalendarFeed } from '../calendar/calendar-feed.tsx';
import { LiveBadge } from '../shared/live-badge.tsx';
import { Changes } from './changes.tsx';
import { Offers } from './offers.tsx';
import { Plans } from './plans.tsx';
import { Tasks } from './tasks.tsx';

const { today } = desk;

/** Where who works with employers begins: what is theirs to do, and what changed since they last looked. */
export const Today = () => {
  const client = useApolloClient();
  const live = useLive(() => void client.refetchQueries({ include: 'active' }));
  return (
    <Page title={today.title} actions={<LiveBadge live={live} />}>
      <div className="desk-today">
        <div>
          <Plans />
          <Tasks />
        </div>
        <div>
          <Offers />
          <Changes />
          <CalendarFeed />
        </div>
      </div>
    </Page>
  );
};
