import { persistedExchange } from '@urql/exchange-persisted';
import { Client, cacheExchange, fetchExchange, mapExchange } from 'urql';
import { currentLanguage, htmlLang } from './i18n';
import { hasCode } from './errors';
import { countMutation } from './mutationCount';
import { serverUrl } from './page';
import { sha256 } from './sha256';

/**
 * A client with an empty cache. Each signed-in account gets its own, so that
 * nothing read by one is shown to the next at the same desk.
 */
export function createClient(onSignedOut: () => void): Client {
  // A wrong password is refused with the same code as an ended session.
  let signedIn = false;
  const client: Client = new Client({
    url: serverUrl('graphql'),
    // What is known is shown at once, and asked for again: others change it too.
    requestPolicy: 'cache-and-network',
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'Accept-Language': htmlLang(currentLanguage()) },
    }),
    exchanges: [
      mapExchange({
        onOperation(operation) {
          if (operation.kind === 'mutation') countMutation(client);
        },
        onResult(result) {
          const { viewer } = (result.data ?? {}) as { viewer?: unknown };
          if (viewer) signedIn = true;
        },
        onError(error) {
          if (signedIn && hasCode(error, 'UNAUTHENTICATED')) onSignedOut();
        },
      }),
      cacheExchange,
      // The server knows this page's documents (see scripts/documents.mjs): the hash is enough.
      persistedExchange({
        preferGetForPersistedQueries: false,
        enableForMutation: true,
        enableForSubscriptions: true,
        generateHash: sha256,
      }),
      fetchExchange,
    ],
  });
  return client;
}
