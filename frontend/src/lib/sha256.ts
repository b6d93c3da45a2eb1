/**
 * SHA-256 of a text in hexadecimal. Empty where the browser does not offer it, which is
 * wherever the page did not come by TLS or from the same machine.
 */
export async function sha256(text: string): Promise<string> {
  // The type does not say so, but there is none in such places.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return '';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
