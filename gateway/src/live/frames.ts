/** One server-sent event, as it came. */
export interface Frame {
  text: string;
  /** Where a reader goes on after it. */
  id: string | null;
}

/** The whole frames of a stream of server-sent events; what is cut off at its end is dropped and comes again. */
export async function* frames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const whole = rest.split('\n\n');
    rest = whole.pop() ?? '';
    for (const text of whole) yield { text: `${text}\n\n`, id: /^id: (.+)$/m.exec(text)?.[1] ?? null };
  }
}
