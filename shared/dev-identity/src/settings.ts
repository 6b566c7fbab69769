import { gatewayKeySettings, IDENTITY_PORT, optionalText, port, text } from '@werkplein/kernel';

/** Settings of the identity provider for development; `docs/configuration.md` is generated from it. */
export const identitySettings = {
  IDENTITY_PORT: port('Port of the identity provider for development, and part of its name as an issuer.', IDENTITY_PORT),
  IDENTITY_REDIRECT_URIS: text('Addresses to which the web client may be sent back after signing in, with spaces between.', 'http://localhost:3000/aangemeld'),
  IDENTITY_WEB_SECRET: optionalText('Secret of the web client; without it a public client.'),
  KEYS_DIR: gatewayKeySettings.KEYS_DIR,
  LOG_LEVEL: gatewayKeySettings.LOG_LEVEL,
};
