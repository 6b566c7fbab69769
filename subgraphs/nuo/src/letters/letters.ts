import { configuredPost, gatewayKeySettings, type LetterHandlers, type LetterService, NUO, readConfiguration } from '@werkplein/kernel';
import { hearRegieChanged } from '../regie-changes/hear-regie-changed.ts';
import { hearPersonToken } from './hear-person-token.ts';

/** What the NUO does with letters of the Werkpleinen; any other kind is refused. */
export const nuoHandlers: LetterHandlers = { PersonToken: hearPersonToken, RegieChanged: hearRegieChanged };

export const nuoLetters: LetterService = { post: () => configuredPost(NUO, readConfiguration(gatewayKeySettings).KEYS_DIR), handlers: nuoHandlers };
