import { enums, type Enum } from '@/gql';
import type { Viewer } from '@/lib/viewer';

/** The one rule that can be checked here; the server checks all of them. */
export function passwordProblem(password: string): 'tooShort' | 'tooSimple' | null {
  if ([...password].length < 10) return 'tooShort';
  const letters = [...password].filter((char) => /\p{L}/u.test(char)).length;
  return letters === 0 || letters === [...password].length ? 'tooSimple' : null;
}

/** What somebody who is signed in has to do before anything else is answered. */
export type Hurdle = 'code' | 'password' | 'enrol';

/** The first of them, in the order in which the server asks. */
export function hurdleOf(
  viewer: Pick<Viewer, 'mustChangePassword' | 'secondFactor'>,
): Hurdle | null {
  const { required, enabled, pending } = viewer.secondFactor;
  if (pending) return 'code';
  if (viewer.mustChangePassword) return 'password';
  return required && !enabled ? 'enrol' : null;
}

/** Why the identity provider's sign-in failed, as the address says it; unknown reasons are `other`. */
export function refusalOf(reason: string | null): Enum<'OidcRefusal'> | 'other' | null {
  if (!reason) return null;
  return enums.OidcRefusal.find((known) => known === reason) ?? 'other';
}

/** Address of the identity provider's sign-in that leads back to a page of this site. */
export function providerUrl(startUrl: string, next: string): string {
  return next === '/' ? startUrl : `${startUrl}?next=${encodeURIComponent(next)}`;
}

/** Where to go after signing in; only a path of this page itself. */
export function nextPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
