// The gateway as a process: configuration, keys, server, signals.
import { buildInfo, failStart, newLogger, stopOnSignal } from '@werkplein/kernel';
import { readGatewayConfig } from './config.ts';
import { statementSigner } from './identity/keys.ts';
import { tokenVerifier } from './identity/tokens.ts';
import { startGateway } from './server.ts';

try {
  const config = readGatewayConfig();
  const log = newLogger('gateway', config.logLevel);
  const gateway = await startGateway({ config, sign: await statementSigner(config), verify: tokenVerifier(config.tokenIssuers, log), log });
  log.info({ url: gateway.url, ...buildInfo() }, 'ready');
  stopOnSignal(async () => {
    await gateway.stop();
    log.info('stopped');
  });
} catch (error) {
  failStart('gateway', error);
}
