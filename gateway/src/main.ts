// The gateway as a process: configuration, keys, server, signals.
import { failStart, newLogger, stopOnSignal } from '@werkplein/kernel';
import { readGatewayConfig } from './config.ts';
import { statementSigner, tokenVerifier } from './identity/keys.ts';
import { startGateway } from './server.ts';

try {
  const config = readGatewayConfig();
  const log = newLogger('gateway', config.logLevel);
  const gateway = await startGateway({ config, sign: await statementSigner(config), verify: await tokenVerifier(config), log });
  log.info({ url: gateway.url }, 'ready');
  stopOnSignal(async () => {
    await gateway.stop();
    log.info('stopped');
  });
} catch (error) {
  failStart('gateway', error);
}
