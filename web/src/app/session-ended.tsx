import { Button, Dialog } from '@amsterdam/design-system-react';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { onSignedInElsewhere, sessionState, signedIn, signInAddress, watchSession } from '../graph/session.ts';
import { texts } from '../texts.ts';
import { MeDocument } from './me.generated.ts';
import { useMe } from './me.tsx';

/** Over the screen when the session has ended: signing in happens in a window of its own, so that a form stays as it is. */
export const SessionEnded = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const ended = useSyncExternalStore(watchSession, sessionState) === 'ended';
  const me = useMe();
  const client = useApolloClient();

  useEffect(() => {
    if (ended) dialog.current?.showModal();
    else dialog.current?.close();
  }, [ended]);

  useEffect(
    () =>
      onSignedInElsewhere(async () => {
        const { data } = await client.query({ query: MeDocument, fetchPolicy: 'network-only' });
        if (!data?.me) return;
        // Somebody else sits here now: nothing of the former person may stay.
        if (data.me.id === me.id && data.me.organisation.code === me.organisation.code) signedIn();
        else location.assign('/');
      }),
    [me, client],
  );

  return (
    <Dialog
      ref={dialog}
      heading={texts.session.endedHeading}
      aria-label={texts.session.endedHeading}
      closeButtonLabel={texts.common.close}
      // What was asked waits for it: closed, it would wait for ever.
      onClose={() => ended && dialog.current?.showModal()}
      onCancel={(event) => event.preventDefault()}
      footer={<Button onClick={() => window.open(signInAddress('/aangemeld'), 'aanmelden', 'width=480,height=720')}>{texts.session.endedAction}</Button>}
    >
      <p className="ams-paragraph">{texts.session.ended}</p>
    </Dialog>
  );
};
