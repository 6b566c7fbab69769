// The gateway as a process: configuration, keys, server, signals.
import { failStart, newLogger, startObserving, stopOnSignal } from '@werkplein/kernel';
import { readGatewayConfig } from './config.ts';
import { statementSigner } from './identity/keys.ts';
import { tokenVerifier } from './identity/tokens.ts';
import { startGateway } from './server.ts';

try {
  const config = readGatewayConfig();
  const log = newLogger('gateway', config.logLevel);
  const observing = await startObserving('gateway');
  const gateway = await startGateway({ config, sign: await statementSigner(config), verify: tokenVerifier(config.tokenIssuers, log), log, observing }).catch(
    async (error: unknown) => {
      await observing.stop();
      throw error;
    },
  );
  log.info({ url: gateway.url }, 'ready');
  stopOnSignal(async () => {
    await gateway.stop();
    await observing.stop();
    log.info('stopped');
  });
} catch (error) {
  failStart('gateway', error);
}
