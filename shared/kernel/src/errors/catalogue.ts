/**
 * Every code that an answer of this graph may carry. `docs/errors.md` is generated from this table.
 * A refusal that a caller can expect (a conflict, a closed employer) is no error: it is a type in the schema.
 */
export const catalogue = {
  UNAUTHENTICATED: { http: 401, text: 'U bent niet aangemeld, of uw aanmelding is verlopen.', action: 'Meld u opnieuw aan.' },
  INSUFFICIENT_USER_AUTHENTICATION: {
    http: 401,
    text: 'Voor deze gegevens is een sterkere aanmelding nodig.',
    action: 'Meld u aan met een tweede factor.',
  },
  INSUFFICIENT_SCOPE: {
    http: 403,
    text: 'Deze toepassing mag dit niet vragen.',
    action: 'Vraag de beheerder van uw aanmelding om het scope bij `WWW-Authenticate`.',
  },
  FORBIDDEN: { http: 200, text: 'U mag dit gegeven niet zien of deze handeling niet doen.', action: 'Vraag uw functioneel beheerder welke rol dit mag.' },
  PURPOSE_REQUIRED: {
    http: 200,
    text: 'Dit mag alleen voor een bepaald doel.',
    action: 'Stuur in de header `x-purpose` een van de doelen die bij `purposes` staan.',
  },
  PURPOSE_UNKNOWN: {
    http: 400,
    text: 'Dit doel bestaat niet, of niet voor uw rol.',
    action: 'Stuur de header `x-purpose` één keer, met een van de doelen die bij `purposes` staan, of laat hem weg.',
  },
  NOT_FOUND: { http: 200, text: 'Dit bestaat niet, of niet voor u.', action: 'Controleer het nummer.' },
  BAD_INPUT: { http: 200, text: 'De invoer klopt niet.', action: 'Herstel de velden die bij `problems` staan; er is niets opgeslagen.' },
  VERSION_CONFLICT: { http: 200, text: 'Iemand anders heeft dit intussen gewijzigd.', action: 'Haal de gegevens opnieuw op en herhaal uw wijziging.' },
  REQUEST_ID_REUSED: { http: 200, text: 'Dit requestId hoorde bij een andere opdracht.', action: 'Gebruik een nieuw requestId voor een nieuwe opdracht.' },
  ONE_COMMAND: { http: 400, text: 'Een verzoek bevat hooguit één opdracht.', action: 'Verstuur de opdrachten één voor één.' },
  TOO_COMPLEX: { http: 400, text: 'De vraag is te groot of te diep.', action: 'Vraag minder velden of minder niveaus tegelijk.' },
  TOO_COSTLY: {
    http: 400,
    text: 'De vraag zou te veel rijen kunnen geven.',
    action: 'Vraag kleinere pagina’s (`first`, `last`); `cost` en `limit` staan bij de fout.',
  },
  TOO_SLOW: {
    http: 200,
    text: 'De database had hier te lang werk aan.',
    action: 'Vraag een kortere periode of kleinere pagina’s. Van een opdracht is niets opgeslagen: herhaal haar met hetzelfde `requestId`.',
  },
  TASK_ONLY: {
    http: 200,
    text: 'Dit mag de dienst zelf niet; een beheerder doet het.',
    action: 'Vraag uw beheerder de taak aan de opdrachtregel te starten; er is niets opgeslagen.',
  },
  TRUSTED_DOCUMENTS_ONLY: { http: 403, text: 'Alleen vastgelegde vragen worden beantwoord.', action: 'Stuur `documentId` in plaats van `query`.' },
  UNKNOWN_DOCUMENT: { http: 400, text: 'Deze vraag is niet vastgelegd.', action: 'Laat de vraag opnemen in het register, of herlaad de toepassing.' },
  RATE_LIMITED: { http: 429, text: 'U vraagt te veel in korte tijd.', action: 'Wacht het aantal seconden in `Retry-After`.' },
  METHOD_NOT_ALLOWED: { http: 405, text: 'Alleen POST wordt aangenomen.', action: 'Stuur de vraag met POST.' },
  NOT_ACCEPTABLE: { http: 406, text: 'Antwoorden zijn altijd JSON.', action: 'Vraag in `Accept` om `application/graphql-response+json`.' },
  UNSUPPORTED_MEDIA_TYPE: { http: 415, text: 'Alleen JSON in UTF-8 wordt aangenomen.', action: 'Stuur `Content-Type: application/json`.' },
  BODY_TOO_LARGE: { http: 413, text: 'Het verzoek is te groot.', action: 'Verstuur minder gegevens.' },
  SUBGRAPH_UNAVAILABLE: {
    http: 200,
    text: 'Een van de organisaties antwoordt nu niet.',
    action: 'De rest van het antwoord is volledig; probeer dit deel later opnieuw.',
  },
  PROCESSING_LOG_UNAVAILABLE: {
    http: 503,
    text: 'De verwerking kan niet worden vastgelegd; daarom is er niets getoond of gewijzigd.',
    action: 'Probeer dit deel later opnieuw; meld het aan de beheerder als het blijft.',
  },
  UNAVAILABLE: { http: 503, text: 'Het systeem is nog niet of niet meer gereed.', action: 'Probeer het over enkele seconden opnieuw.' },
  INTERNAL: { http: 200, text: 'Er ging iets mis.', action: 'Noem het foutnummer (`reference`) bij de servicedesk.' },
} as const satisfies Record<string, { http: number; text: string; action: string }>;

export type ErrorCode = keyof typeof catalogue;

/** Codes that graphql and @apollo/server give to a document they cannot run; they speak of the document only. */
export const protocolCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
] as const;
