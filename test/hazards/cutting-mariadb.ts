import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '@werkplein/kernel/testing';

const HEAD = 4;
const QUERY = 3;

/** The SQL of a packet of the MariaDB protocol that begins a statement; undefined for any other. */
const sqlOf = (packet: Buffer): string | undefined => (packet[3] === 0 && packet[HEAD] === QUERY ? packet.toString('utf8', HEAD + 1) : undefined);

/** Gives what came in whole packets, and keeps the rest. */
const packets = (give: (packet: Buffer) => void): ((part: Buffer) => void) => {
  let kept = Buffer.alloc(0);
  return (part) => {
    kept = Buffer.concat([kept, part]);
    while (kept.length >= HEAD && kept.length >= HEAD + kept.readUIntLE(0, 3)) {
      const end = HEAD + kept.readUIntLE(0, 3);
      give(kept.subarray(0, end));
      kept = kept.subarray(end);
    }
  };
};

/**
 * A MariaDB that is asked through here, and a caller that is cut off when `cut` says so of a statement: after the database has done it,
 * before it could say so. To the database that is what the kill of a process is.
 */
export const cuttingMariadb = async (url: string, cut: (sql: string) => boolean): Promise<{ url: string; close(): Promise<void> }> => {
  const at = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    const database = connect(Number(at.port), at.hostname);
    let cutting = false;
    const end = (): void => {
      caller.destroy();
      database.destroy();
    };
    for (const socket of [caller, database]) {
      open.add(socket);
      socket.setNoDelay();
      socket.on('error', end);
      socket.once('close', () => {
        open.delete(socket);
        end();
      });
    }
    caller.on(
      'data',
      packets((packet) => {
        const sql = sqlOf(packet);
        if (sql !== undefined && cut(sql)) cutting = true;
        database.write(packet);
      }),
    );
    database.on('data', (part) => (cutting ? end() : caller.write(part)));
  });
  const port = await freePort();
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  return {
    url: through.href,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
};
