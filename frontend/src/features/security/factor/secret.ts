/** In groups of four, as it is read off and typed. */
export function groupSecret(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Recovery codes as a file to keep; `head` says what they are. */
export function codesFile(head: string, codes: string[]): string {
  return [head, '', ...codes, ''].join('\n');
}
