import type { RouteObject } from 'react-router';
import { paths } from './paths';
import { withLaterWords } from '@/lib/i18n';

/** Pages without the shell. */
export const sessionRoutes: Record<'open' | 'guarded', RouteObject[]> = {
  open: [
    { path: paths.signIn, lazy: () => import('./SignInPage') },
    { path: paths.refused, lazy: () => import('./SignInPage') },
    { path: paths.setUp, lazy: () => import('./SetUpPage') },
  ],
  guarded: [
    { path: paths.password, lazy: () => import('./PasswordPage') },
    { path: paths.enrol, lazy: withLaterWords(() => import('./EnrolPage')) },
  ],
};
