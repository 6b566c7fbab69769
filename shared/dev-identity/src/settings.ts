import { GATEWAY_PORT, gatewayKeySettings, IDENTITY_PORT, optionalText, port, text } from '@werkplein/kernel';

/** Where the gateway, and the development server of the screens, take back who signed in. */
const back = [GATEWAY_PORT, 5173].map((each) => `http://localhost:${each}/sessie/terug`);

/** Settings of the identity provider for development; `docs/configuration.md` is generated from it. */
export const identitySettings = {
  IDENTITY_PORT: port('Port of the identity provider for development, and part of its name as an issuer.', IDENTITY_PORT),
  IDENTITY_REDIRECT_URIS: text('Addresses to which the web client may be sent back after signing in, with spaces between.', back.join(' ')),
  IDENTITY_WEB_SECRET: optionalText('Secret of the web client; without it a public client.'),
  KEYS_DIR: gatewayKeySettings.KEYS_DIR,
  LOG_LEVEL: gatewayKeySettings.LOG_LEVEL,
};
