import '../desk.css';
import { Button, Heading } from '@amsterdam/design-system-react';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../app/me.tsx';
import { forget, unsentOf, watchUnsent } from '../../graph/outbox.ts';
import { texts } from '../../texts.ts';
import { unsent as words } from '../../texts/desk-contact.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { notify } from '../../ui/notice.tsx';
import { sendUnsent } from './send-unsent.ts';

const AGAIN_MS = 30_000;

/** What was typed without a connection and waits here; it is sent when there is one again. */
const Unsent = () => {
  const me = useMe();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const items = useSyncExternalStore(watchUnsent, () => unsentOf(me));

  const send = useCallback(async (): Promise<void> => {
    const labels = new Map(unsentOf(me).map(({ requestId, label }) => [requestId, label]));
    setBusy(true);
    const outcomes = await sendUnsent(client, me);
    setBusy(false);
    const sent = [...outcomes].filter(([, { kind }]) => kind === 'sent');
    for (const [requestId] of sent) notify(words.sent(labels.get(requestId) ?? ''));
    if (sent.length > 0) await client.refetchQueries({ include: 'active' });
  }, [client, me]);

  useEffect(() => {
    const again = (): void => void send();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    again();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [send]);

  return (
    <section className="panel desk-attention" aria-labelledby="niet-verzonden">
      <div className="desk-panel-head">
        <Heading level={2} size="level-4" id="niet-verzonden">
          {words.heading(items.length)}
        </Heading>
        <Button variant="secondary" aria-disabled={busy} onClick={() => void (busy || send())}>
          {busy ? texts.common.busy : words.again}
        </Button>
      </div>
      <ul className="plain-list">
        {items.map(({ requestId, label, refused, path }) => (
          <li key={requestId}>
            <p className="desk-line-head">
              {label}
              {refused !== null && <StatusBadge tone="bad">{words.refused}</StatusBadge>}
            </p>
            <p className="small desk-line-text">{refused ?? words.waiting}</p>
            {refused !== null && (
              <p className="actions desk-line-text">
                <Link to={path} aria-label={words.editOf(label)}>
                  {words.edit}
                </Link>
                <button type="button" className="link-button" aria-label={words.removeOf(label)} onClick={() => forget(me, requestId)}>
                  {words.remove}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

export default Unsent;
