import { lazy, Suspense, useSyncExternalStore } from 'react';
import { unsentOf, watchUnsent } from '../graph/outbox.ts';
import { useMe } from './me.tsx';

const Unsent = lazy(() => import('../desk/contact/unsent.tsx'));

/** On every screen, when something waits to be sent. */
export const WaitingToBeSent = () => {
  const me = useMe();
  const some = useSyncExternalStore(watchUnsent, () => unsentOf(me).length > 0);
  return (
    some && (
      <Suspense fallback={null}>
        <Unsent />
      </Suspense>
    )
  );
};
