// Loaded before a gateway by `--import`: tells who started it, whenever that asks, how late its event loop was at most since it was asked last, in ms.
// Not by monitorEventLoopDelay: to reset that forgets what is late at that moment.
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 5;

// A thread of the gateway loads this as well.
if (isMainThread && process.send) {
  let [last, most] = [performance.now(), 0];
  const look = () => {
    const now = performance.now();
    most = Math.max(most, now - last - EVERY_MS);
    last = now;
  };
  setInterval(look, EVERY_MS);
  process.on('message', () => {
    look();
    process.send(most);
    most = 0;
  });
}
