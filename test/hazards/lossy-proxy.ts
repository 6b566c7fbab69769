import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { freePort } from '@werkplein/kernel/testing';

export interface LossyProxy {
  port: number;
  /** The answers that came, so that what they say was committed, and that nobody received. */
  lost: string[];
  close(): void;
}

/** Passes requests on to a process and cuts the caller off once the whole answer is there. */
export const lossyProxy = async (target: number, beforeCut: () => void = () => undefined): Promise<LossyProxy> => {
  const lost: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => name.startsWith('x-') || name === 'content-type'));
      const answer = await fetch(`http://127.0.0.1:${target}${request.url}`, { method: 'POST', headers: headers as Record<string, string>, body });
      lost.push(await answer.text());
      beforeCut();
      response.destroy();
    })();
  });
  const port = await freePort();
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return { port, lost, close: () => void server.close() };
};
