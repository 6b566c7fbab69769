import { desk } from '../../texts/desk.ts';

/** Whether new things appear by themselves. */
export const LiveBadge = ({ live }: { live: boolean }) => (
  <p className="desk-live" data-live={live} role="status">
    {live ? desk.today.live : desk.today.away}
  </p>
);
