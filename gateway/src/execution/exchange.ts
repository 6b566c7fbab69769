import type { Dispatcher } from 'undici';

/** What came back: the headers by their names in small letters. */
export interface Exchanged {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

/** Ends an exchange before its answer is there, for the first reason that is given. */
export class Stop {
  reason: Error | null = null;
  ends: ((reason: Error) => void) | null = null;

  give(reason: Error): void {
    if (this.reason) return;
    this.reason = reason;
    this.ends?.(reason);
  }
}

/** Reads one answer. undici's `request` would make a stream of it, with an AbortSignal, for what is nearly always one piece of text. */
class Reading implements Dispatcher.DispatchHandler {
  readonly #resolve: (exchanged: Exchanged) => void;
  readonly #reject: (error: Error) => void;
  readonly #stop: Stop;
  readonly #pieces: Buffer[] = [];
  #status = 0;
  #headers: Exchanged['headers'] = {};

  constructor(resolve: (exchanged: Exchanged) => void, reject: (error: Error) => void, stop: Stop) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#stop = stop;
    // Before it has a connection there is nothing to close, and nobody to wait for.
    stop.ends = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#stop.reason) return controller.abort(this.#stop.reason);
    this.#stop.ends = (reason) => {
      controller.abort(reason);
      this.#reject(reason);
    };
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Exchanged['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, piece: Buffer): void {
    this.#pieces.push(piece);
  }

  onResponseEnd(): void {
    const [only, ...more] = this.#pieces;
    const whole = only && more.length === 0 ? only : Buffer.concat(this.#pieces);
    this.#resolve({ status: this.#status, headers: this.#headers, text: whole.toString('utf8') });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

/** Sends a request and reads the answer whole; rejects with the reason of `stop` as soon as that is given. */
export const exchange = (pool: Dispatcher, options: Dispatcher.DispatchOptions, stop: Stop): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    if (stop.reason) reject(stop.reason);
    else pool.dispatch(options, new Reading(resolve, reject, stop));
  });
