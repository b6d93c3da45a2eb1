/**
 * Gives every style element that is made at run time the nonce of the content
 * security policy. antd does so for its themes when told the nonce; its dialogs
 * and virtual lists make two more without, and the browser would refuse those.
 */
export function nonceForStyles(nonce: string) {
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
