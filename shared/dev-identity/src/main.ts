// The identity provider for development as a process.
import { failStart, newLogger, readConfiguration, stopOnSignal } from '@werkplein/kernel';
import { startIdentity } from './server.ts';
import { identitySettings } from './settings.ts';

try {
  const { IDENTITY_PORT, IDENTITY_REDIRECT_URIS, IDENTITY_WEB_SECRET, KEYS_DIR, LOG_LEVEL } = readConfiguration(identitySettings);
  const log = newLogger('identity', LOG_LEVEL);
  const identity = await startIdentity({
    port: IDENTITY_PORT,
    keysDir: KEYS_DIR,
    redirectUris: IDENTITY_REDIRECT_URIS.split(/\s+/).filter(Boolean),
    webSecret: IDENTITY_WEB_SECRET,
  });
  log.info({ issuer: identity.issuer }, 'ready');
  stopOnSignal(() => identity.stop());
} catch (error) {
  failStart('identity', error);
}
