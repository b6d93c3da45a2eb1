import { withLaterWords } from '@/lib/i18n';
import { paths } from '@/features/session/door';
import type { Feature } from '@/lib/feature';

/** Reached from the account menu, so it needs no entry in the side menu. */
export const security: Feature = {
  routes: [{ path: paths.security, lazy: withLaterWords(() => import('./SecurityPage')) }],
  nav: [],
};
