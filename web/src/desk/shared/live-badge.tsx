import { texts } from '../../texts.ts';

/** Whether new things appear by themselves. */
export const LiveBadge = ({ live }: { live: boolean }) => (
  <p className="desk-live" data-live={live} role="status">
    {live ? texts.desk.today.live : texts.desk.today.away}
  </p>
);
