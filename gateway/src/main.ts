// The gateway as a process: configuration, keys, server, signals; `main.js doctor` looks at its installation instead.
import { buildInfo, drainMs, exitCodeOf, failStart, newLogger, reportText, startObserving, stopOnSignal } from '@werkplein/kernel';
import { readGatewayConfig } from './config.ts';
import { examineGateway } from './doctor/examine-gateway.ts';
import { statementSigner } from './identity/keys.ts';
import { tokenVerifier } from './identity/tokens.ts';
import { startGateway } from './server.ts';

const serve = async (): Promise<void> => {
  const config = readGatewayConfig();
  const drain = drainMs();
  const log = newLogger('gateway', config.logLevel);
  const observing = await startObserving('gateway');
  const gateway = await startGateway({ config, sign: await statementSigner(config), verify: tokenVerifier(config.tokenIssuers, log), log, observing }).catch(
    async (error: unknown) => {
      await observing.stop();
      throw error;
    },
  );
  log.info({ url: gateway.url, ...buildInfo() }, 'ready');
  stopOnSignal(async () => {
    log.info({ drainMs: drain }, 'stopping');
    await gateway.stop(drain);
    await observing.stop();
    log.info('stopped');
  });
};

const examine = async (): Promise<void> => {
  const findings = await examineGateway();
  process.stdout.write(reportText('gateway', findings));
  process.exitCode = exitCodeOf(findings);
};

await (process.argv[2] === 'doctor' ? examine() : serve()).catch((error: unknown) => failStart('gateway', error));
