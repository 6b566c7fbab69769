import { catalogue, errorFormatter, type Logger } from '@werkplein/kernel';
import type { GraphQLFormattedError } from 'graphql';

/** What leaves the gateway: the codes of the catalogue, with the organisation that an error is of. */
export const gatewayErrors = (log: Logger): ((formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError) => {
  const format = errorFormatter((error, reference) => log.error({ reference, error }, 'request failed'));
  return (formatted, error) => {
    // graphql tells a document that is too long from a broken one by its message only.
    if (formatted.extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' && /more tha[tn] \d+ tokens/.test(formatted.message)) {
      return { message: catalogue.TOO_COMPLEX.text, extensions: { code: 'TOO_COMPLEX' } };
    }
    const leaving = format(formatted, error);
    const service = formatted.extensions?.['service'];
    return service === undefined ? leaving : { ...leaving, extensions: { ...leaving.extensions, service } };
  };
};
