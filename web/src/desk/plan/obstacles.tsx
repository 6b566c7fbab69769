import type { ObstacleFragment } from './plan-contact.generated.ts';

/** What stands in the way, each in a sentence. */
export const Obstacles = ({ obstacles }: { obstacles: readonly ObstacleFragment[] }) =>
  obstacles.length > 0 && (
    <ul className="desk-bullets">
      {obstacles.map(({ kind, message }) => (
        <li key={kind + message}>{message}</li>
      ))}
    </ul>
  );
