// The companion of another router as a process; it has the settings of the gateway.
import { buildInfo, failStart, newLogger, stopOnSignal } from '@werkplein/kernel';
import { readGatewayConfig } from '../config.ts';
import { statementSigner } from '../identity/keys.ts';
import { tokenVerifier } from '../identity/tokens.ts';
import { startCompanion } from './server.ts';

try {
  const config = readGatewayConfig();
  const log = newLogger('companion', config.logLevel);
  const companion = await startCompanion({
    config,
    port: config.companionPort,
    sign: await statementSigner(config),
    verify: tokenVerifier(config.tokenIssuers, log),
    log,
  });
  log.info({ url: companion.url, ...buildInfo() }, 'ready');
  stopOnSignal(async () => {
    await companion.stop();
    log.info('stopped');
  });
} catch (error) {
  failStart('companion', error);
}
