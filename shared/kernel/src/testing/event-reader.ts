/** One event as a client of the stream gets it. */
export interface ReadEvent {
  id: string;
  type: string;
  data: Record<string, unknown>;
  /** When it came, of `performance.now()`. */
  at: number;
}

export interface EventReader {
  status: number;
  headers: Headers;
  events: ReadEvent[];
  comments: string[];
  /** Where a client would go on. */
  lastId(): string;
  /** Resolves when the stream has ended, whoever ended it. */
  ended: Promise<void>;
  close(): void;
}

/** Follows server-sent events as a browser would, without coming back by itself. */
export const readEvents = async (url: string, headers: Record<string, string>): Promise<EventReader> => {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  const events: ReadEvent[] = [];
  const comments: string[] = [];
  let lastId = headers['last-event-id'] ?? '';
  const take = (frame: string): void => {
    const of = (field: string): string | undefined => new RegExp(`^${field}: ?(.*)$`, 'm').exec(frame)?.[1];
    lastId = of('id') ?? lastId;
    const [comment, data] = [/^: ?(.*)$/m.exec(frame)?.[1], of('data')];
    if (comment !== undefined) comments.push(comment);
    if (data !== undefined) events.push({ id: lastId, type: of('event') ?? 'message', data: JSON.parse(data) as ReadEvent['data'], at: performance.now() });
  };
  const follow = async (): Promise<void> => {
    if (response.status !== 200) return;
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const whole = `${rest}${decoder.decode(chunk as Uint8Array, { stream: true })}`.split('\n\n');
      rest = whole.pop() ?? '';
      whole.forEach(take);
    }
  };
  const ended = follow().catch(() => undefined);
  return { status: response.status, headers: response.headers, events, comments, lastId: () => lastId, ended, close: () => leaving.abort() };
};
