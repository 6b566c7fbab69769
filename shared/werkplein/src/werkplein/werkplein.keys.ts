import { configuredPost, gatewayKeySettings, type LetterPost, type Municipality, readConfiguration } from '@werkplein/kernel';
import { type BsnVault, bsnVault } from '../bsn/index.ts';
import { type PersonTokens, personTokens } from '../person-tokens/person-token.keys.ts';

/** What a Werkplein has that nobody else has, and the tokens' key that only the Werkpleinen have. All is read at first use. */
export interface WerkpleinKeys {
  vault: BsnVault;
  tokens: PersonTokens;
  /** With what letters are signed and sealed. */
  post(): Promise<LetterPost>;
}

export const werkpleinKeys = (municipality: Municipality): WerkpleinKeys => {
  let post: Promise<LetterPost> | undefined;
  return {
    vault: bsnVault(municipality),
    tokens: personTokens(),
    post: () => (post ??= configuredPost(municipality.code, readConfiguration(gatewayKeySettings).KEYS_DIR)),
  };
};
