// What the server writes into index.html.

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

/** Path below which the page and its API are served, with a slash at both ends. */
export const basePath = meta('base-path') || '/';

/** Nonce of this answer's content security policy, for styles made at run time. */
export const cspNonce = meta('csp-nonce');

/** Address of one of the server's own paths, e.g. `graphql`. */
export function serverUrl(path: string): string {
  return basePath + path;
}
