import { Alert } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../app/me.tsx';
import { desk } from '../../texts/desk.ts';
import { mergedPath, mergePath } from '../merge/paths.ts';
import { employerPath } from '../shared/paths.ts';
import type { EmployerPageQuery } from './employer.generated.ts';

const { employer: words } = desk;
const GRAVE = new Set(['BLOCKED', 'CLOSED_ACCOUNT']);

type Warning = NonNullable<NonNullable<EmployerPageQuery['employer']>['warnings']>[number];

/** What to know before one calls, the gravest first. */
export const Warnings = ({ id, name, warnings }: { id: string; name: string; warnings: readonly Warning[] }) => {
  const coordinator = hasRole(useMe(), 'coordinator');
  if (warnings.length === 0) return null;
  const sorted = warnings.toSorted((a, b) => Number(GRAVE.has(b.kind)) - Number(GRAVE.has(a.kind)));
  return (
    <Alert className="stacked" heading={words.warnings} headingLevel={2} severity={sorted.some(({ kind }) => GRAVE.has(kind)) ? 'error' : 'warning'}>
      <ul className="desk-bullets">
        {sorted.map(({ kind, message, employers }) => (
          <li key={kind + message}>
            {message} {kind === 'MERGE_CAN_BE_UNDONE' && coordinator && <Link to={mergedPath(id)}>{desk.merge.view} </Link>}
            {employers.length > 0 && (
              <span className="links">
                {employers.map((other) =>
                  kind === 'POSSIBLE_DUPLICATE' && coordinator ? (
                    <Link key={other.id} to={mergePath(id, other.id)}>
                      {desk.merge.compareOf(name, other.name)}
                    </Link>
                  ) : (
                    <Link key={other.id} to={employerPath(other.id)}>
                      {other.name}
                    </Link>
                  ),
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
