/** The one rule that can be checked here; the server checks all of them. */
export function passwordProblem(password: string): 'tooShort' | 'tooSimple' | null {
  if ([...password].length < 10) return 'tooShort';
  const letters = [...password].filter((char) => /\p{L}/u.test(char)).length;
  return letters === 0 || letters === [...password].length ? 'tooSimple' : null;
}

/** Where to go after signing in; only a path of this page itself. */
export function nextPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
