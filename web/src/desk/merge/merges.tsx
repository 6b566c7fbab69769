import '../desk.css';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { instantText } from '../../ui/dates.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { employerPath } from '../shared/paths.ts';
import { who } from '../shared/say.ts';
import { MergesOfEmployerDocument } from './merge.generated.ts';
import { UndoMerge } from './undo.tsx';

const { merge: words } = desk;

/** What was merged into an employer, with the way back while there is one. */
export const Merges = () => {
  const { id = '' } = useParams();
  const asked = useAsk(MergesOfEmployerDocument, { variables: { id } });
  const [now] = useState(() => new Date().toISOString());
  return (
    <Page title={words.history(asked.data?.employer?.name ?? '')}>
      <section className="panel" aria-label={words.title}>
        <Answer asked={asked}>
          {({ employer }) => (
            <>
              {(employer?.merges ?? []).length === 0 && <Empty>{words.noHistory}</Empty>}
              <ul className="plain-list">
                {(employer?.merges ?? []).map(({ id: mergeId, vanished, mergedBy, mergedAt, reason, reversibleUntil, undoneAt }) => (
                  <li key={mergeId}>
                    <p className="desk-line-head">
                      {vanished.legalName}
                      {undoneAt !== null && <StatusBadge>{words.wasUndone}</StatusBadge>}
                    </p>
                    <p className="small desk-line-text">{words.mergedBy(who(mergedBy), instantText(mergedAt))}</p>
                    {reason !== null && <p className="desk-line-text">{reason}</p>}
                    {undoneAt === null && reversibleUntil > now && (
                      <>
                        <p className="small desk-line-text">{words.undoUntil(instantText(reversibleUntil))}</p>
                        <UndoMerge mergeId={mergeId} name={vanished.legalName} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
              <p>
                <Link to={employerPath(id)}>{words.open}</Link>
              </p>
            </>
          )}
        </Answer>
      </section>
    </Page>
  );
};
