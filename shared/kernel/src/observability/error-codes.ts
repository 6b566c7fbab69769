import type { ApolloServerPlugin, BaseContext, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

const none: readonly string[] = [];

/** Each once. */
export const codesOf = (errors: readonly GraphQLFormattedError[]): readonly string[] =>
  errors.length === 0 ? none : [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))];

/** Tells the codes of the errors in each answer, as they leave. */
export const errorCodes = <C extends BaseContext>(
  tell: (context: C, codes: readonly string[], request: GraphQLRequestContextWillSendResponse<C>) => void,
): ApolloServerPlugin<C> => ({
  requestDidStart: async () => ({
    willSendResponse: async (request) => {
      const { body } = request.response;
      if (body.kind === 'single') tell(request.contextValue, codesOf(body.singleResult.errors ?? []), request);
    },
  }),
});
