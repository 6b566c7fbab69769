// The companion of another router as a process; it has the settings of the gateway.
import { buildInfo, drainMs, failStart, newLogger, startObserving, stopOnSignal } from '@werkplein/kernel';
import { readGatewayConfig } from '../config.ts';
import { statementSigner } from '../identity/keys.ts';
import { tokenVerifier } from '../identity/tokens.ts';
import { startCompanion } from './server.ts';

try {
  const config = readGatewayConfig();
  const drain = drainMs();
  const log = newLogger('companion', config.logLevel);
  const observing = await startObserving('companion');
  const companion = await startCompanion({
    config,
    port: config.companionPort,
    sign: await statementSigner(config),
    verify: tokenVerifier(config.tokenIssuers, log),
    log,
    observing,
  }).catch(async (error: unknown) => {
    await observing.stop();
    throw error;
  });
  log.info({ url: companion.url, ...buildInfo() }, 'ready');
  stopOnSignal(async () => {
    log.info({ drainMs: drain }, 'stopping');
    await companion.stop(drain);
    await observing.stop();
    log.info('stopped');
  });
} catch (error) {
  failStart('companion', error);
}
