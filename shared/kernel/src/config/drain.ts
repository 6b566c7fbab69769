import { z } from 'zod';
import { readConfiguration, setting } from './index.ts';

const PRODUCTION_MS = 10_000;

export const drainSettings = {
  DRAIN_MS: setting(
    z.coerce.number().int().min(0).optional(),
    'How long a program that is told to stop says that it is not ready and still takes requests, in milliseconds: as long as whatever stands before it needs to notice.',
    `0; ${PRODUCTION_MS} with NODE_ENV=production`,
  ),
};

/** How long this process takes requests after it was told to stop, in ms. */
export const drainMs = (env: NodeJS.ProcessEnv = process.env): number =>
  readConfiguration(drainSettings, env).DRAIN_MS ?? (env['NODE_ENV'] === 'production' ? PRODUCTION_MS : 0);
