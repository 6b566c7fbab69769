import { useEffect } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { employerPath } from '../shared/paths.ts';
import { Panel } from '../shared/panel.tsx';
import { cityOf } from '../shared/say.ts';
import { PossibleDuplicatesDocument, type PossibleDuplicatesQueryVariables } from './possible-duplicates.generated.ts';

const { search, words } = desk;

interface Props {
  /** What has been typed so far. */
  like: PossibleDuplicatesQueryVariables;
  /** Those that stand on the screen already. */
  except?: ReadonlySet<string>;
  heading: string;
  /** How many were found. */
  onFound?: (count: number) => void;
}

const none: ReadonlySet<string> = new Set();

/** Employers that are known and may be the one that is being typed; nothing when there is none. */
export const PossibleDuplicates = ({ like, except = none, heading, onFound }: Props) => {
  const empty = Object.values(like).every((value) => value === undefined || value === null || value === '');
  const { data } = useAsk(PossibleDuplicatesDocument, { variables: like, skip: empty });
  const found = (empty ? [] : (data?.possibleDuplicates ?? [])).flatMap(({ employer, ...rest }) =>
    employer && !except.has(employer.id) ? [{ employer, ...rest }] : [],
  );
  const count = found.length;
  useEffect(() => onFound?.(count), [onFound, count]);
  return (
    <div aria-live="polite">
      {count > 0 && (
        <Panel title={heading} className="desk-attention">
          <p className="small">{search.similarHelp}</p>
          <ul className="plain-list">
            {found.map(({ employer, class: sureness, reasons }) => (
              <li key={employer.id}>
                <p className="desk-line-head">
                  <Link to={employerPath(employer.id)}>{employer.name}</Link>
                  <StatusBadge tone={sureness === 'EXACT' || sureness === 'STRONG' ? 'attention' : 'neutral'}>{words.duplicateClass[sureness]}</StatusBadge>
                </p>
                <p className="small desk-line-text">
                  {[cityOf(employer.branches), employer.kvkNumber, search.why(reasons.map((reason) => words.duplicateReason[reason]).join(', '))]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
};
