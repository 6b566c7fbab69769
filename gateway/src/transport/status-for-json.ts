import type { ApolloServerPlugin } from '@apollo/server';

/** Refusals of the document or its variables. */
const ofDocument: ReadonlySet<unknown> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * GraphQL over HTTP wants 200 for a document that cannot be run when the caller asks for `application/json`: that type is older than
 * the rule on statuses, and a proxy may have made a 400 of its own with it. Who does not say what it accepts gets the 400.
 */
export const statusForJson: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors = [] }) => {
      const accept = request.http?.headers.get('accept') ?? '';
      // Nearly everybody asks for just this: Apollo's server would weigh it against other types each time.
      if (accept === 'application/json') response.http.headers.set('content-type', 'application/json; charset=utf-8');
      if (!accept.includes('application/json') || accept.includes('application/graphql-response+json') || response.http.status !== 400) return;
      if (errors.length > 0 && errors.every(({ extensions }) => ofDocument.has(extensions['code']))) response.http.status = 200;
    },
  }),
};
