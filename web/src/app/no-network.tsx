import { useSyncExternalStore } from 'react';
import { texts } from '../texts.ts';

const watch = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** On every screen, while this device has no network. */
export const NoNetwork = () => {
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return <div role="status">{!online && <p className="frame-no-network">{texts.common.noNetwork}</p>}</div>;
};
