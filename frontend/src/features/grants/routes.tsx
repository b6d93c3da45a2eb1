import { Navigate } from 'react-router';
import type { Feature } from '@/lib/feature';

/** Granted roles are confirmed with all other acts; the old address leads there. */
export const grants: Feature = {
  routes: [{ path: '/grants', element: <Navigate to="/acts" replace /> }],
  nav: [],
};
