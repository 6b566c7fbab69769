import { createPortal } from 'react-dom';
import { Button, Dialog } from '@amsterdam/design-system-react';
import { useRef, useSyncExternalStore } from 'react';
import { unsentOf, watchUnsent } from '../graph/outbox.ts';
import { signOut } from '../graph/session.ts';
import { texts } from '../texts.ts';
import { unsent } from '../texts/desk-contact.ts';
import { useMe } from './me.tsx';

/** Signing out clears this browser of what is the person's: what was not sent yet would be lost, so that is said first. */
export const SignOut = () => {
  const me = useMe();
  const dialog = useRef<HTMLDialogElement>(null);
  const waiting = useSyncExternalStore(watchUnsent, () => unsentOf(me).length);
  return (
    <>
      <button type="button" className="frame-sign-out" onClick={() => (waiting > 0 ? dialog.current?.showModal() : void signOut())}>
        {texts.session.signOut}
      </button>
      {createPortal(
        <Dialog
          ref={dialog}
          heading={unsent.signOutHeading}
          aria-label={unsent.signOutHeading}
          closeButtonLabel={texts.common.close}
          footer={
            <div className="actions">
              <Button onClick={() => dialog.current?.close()}>{unsent.stay}</Button>
              <Button variant="secondary" onClick={() => void signOut()}>
                {unsent.leave}
              </Button>
            </div>
          }
        >
          <p className="ams-paragraph">{unsent.signOut(waiting)}</p>
        </Dialog>,
        document.body,
      )}
    </>
  );
};
