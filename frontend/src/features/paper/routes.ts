import { withLaterWords } from '@/lib/i18n';
import type { RouteObject } from 'react-router';

/** Pages without the shell: they are for paper. */
export const paperRoutes: RouteObject[] = [
  { path: '/forms/:id/print', lazy: withLaterWords(() => import('./PrintPage')) },
];
