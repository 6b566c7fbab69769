import type { Socket } from 'node:net';

/** Whether a caller is still there, and who wants to hear when it is not. */
export class Gone {
  aborted = false;
  readonly #told = new Set<() => void>();

  /** A plain list and no AbortSignal: each fetch of each request is put on it and taken off again. */
  tell(listener: () => void): void {
    this.#told.add(listener);
  }

  forget(listener: () => void): void {
    this.#told.delete(listener);
  }

  abort(): void {
    this.aborted = true;
    for (const listener of this.#told) listener();
  }
}

const known = new WeakMap<Socket, Gone>();

/** Told when this connection closes; one for all requests that come over it. */
export const goneWith = (socket: Socket): Gone => {
  const there = known.get(socket);
  if (there) return there;
  const gone = new Gone();
  socket.once('close', () => gone.abort());
  known.set(socket, gone);
  return gone;
};
