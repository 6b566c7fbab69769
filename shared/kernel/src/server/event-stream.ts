import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** How long a reader may leave its connection full. It comes back with the id of the last event that it got. */
const STALL_MS = 10_000;

/** An answer of server-sent events. A reader that does not keep up is dropped: nothing piles up here. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #gone = new AbortController();
  readonly #stallMs: number;

  constructor(response: ServerResponse, stallMs: number = STALL_MS) {
    this.#response = response;
    this.#stallMs = stallMs;
    response.once('close', () => this.#gone.abort());
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.flushHeaders();
  }

  /** Aborted when the reader has gone or the stream has ended. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** Sends frames; returns when there is room for more, or the reader has gone. */
  async send(text: string): Promise<void> {
    if (this.#gone.signal.aborted || this.#response.write(text)) return;
    await once(this.#response, 'drain', { signal: AbortSignal.any([this.#gone.signal, AbortSignal.timeout(this.#stallMs)]) }).catch(() =>
      this.#response.destroy(),
    );
  }

  end(): void {
    this.#gone.abort();
    this.#response.end();
  }
}
