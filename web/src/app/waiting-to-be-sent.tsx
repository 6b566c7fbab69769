import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { unsentOf, watchUnsent } from '../graph/outbox.ts';
import { useMe } from './me.tsx';

const load = () => import('../desk/contact/unsent.tsx');
const Unsent = lazy(load);

/** On every screen, when something waits to be sent. */
export const WaitingToBeSent = () => {
  const me = useMe();
  useEffect(() => {
    // It is needed when there is no network to fetch it by.
    void load();
  }, []);
  const some = useSyncExternalStore(watchUnsent, () => unsentOf(me).length > 0);
  return (
    some && (
      <Suspense fallback={null}>
        <Unsent />
      </Suspense>
    )
  );
};
