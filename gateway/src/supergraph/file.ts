import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@werkplein/kernel';

/** What the last change of the file led to; the supergraph that is served is always the last good one. */
export type Reload = { ok: true } | { ok: false; problem: string };

export interface SupergraphFile extends SupergraphManager {
  /** Null until the file changed after the start. */
  readonly lastReload: Reload | null;
}

/** A writer fires several events for one change; the file is read when they have ended. */
const SETTLED_MS = 50;

const readSupergraph = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} cannot be read. Run npm run generate, or set SUPERGRAPH_FILE.`);
  });

/** Serves the supergraph of a file, and each good change of it without a restart. What `prepare` refuses is not served. */
export const supergraphFile = (file: string, log: Logger, prepare: (supergraphSdl: string) => Promise<void> = async () => undefined): SupergraphFile => {
  const path = resolve(file);
  let lastReload: Reload | null = null;
  return {
    get lastReload() {
      return lastReload;
    },
    initialize: async ({ update }) => {
      let closed = false;
      let served = await readSupergraph(path);
      const reload = async (): Promise<void> => {
        try {
          const given = await readSupergraph(path);
          if (given === served) return;
          await prepare(given);
          if (closed) return;
          update(given);
          served = given;
          lastReload = { ok: true };
          log.info({ file: path }, 'supergraph reloaded');
        } catch (error) {
          lastReload = { ok: false, problem: error instanceof Error ? error.message : String(error) };
          log.error({ file: path, problem: lastReload.problem }, 'supergraph not reloaded; the former one is still served');
        }
      };
      let settling: NodeJS.Timeout | undefined;
      let last = Promise.resolve();
      // The folder, not the file: a writer that renames a new file into place ends a watch on the old one.
      const watcher = watch(dirname(path), () => {
        clearTimeout(settling);
        settling = setTimeout(() => void (last = last.then(reload)), SETTLED_MS);
      });
      watcher.on('error', (error) => log.error({ problem: error.message }, 'supergraph file is no longer watched'));
      return {
        supergraphSdl: served,
        cleanup: async () => {
          closed = true;
          clearTimeout(settling);
          watcher.close();
        },
      };
    },
  };
};
