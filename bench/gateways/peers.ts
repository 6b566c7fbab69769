import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const peers = resolve(import.meta.dirname, '../peers');

/** The gateways that ours stands beside; they are half a GB, so they are no part of the project. */
export const installPeers = (): void => {
  if (!existsSync(join(peers, 'node_modules'))) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
};
