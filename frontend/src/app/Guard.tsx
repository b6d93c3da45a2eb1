import { Navigate, Outlet, useLocation } from 'react-router';
import { paths } from '@/features/session/paths';
import { useSession } from '@/lib/viewer';

/** Lets only the signed-in pass, and those with a first password only to its change. */
export function Guard() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (!viewer) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={paths.signIn + next} replace />;
  }
  if (viewer.mustChangePassword && pathname !== paths.password) {
    return <Navigate to={paths.password} replace />;
  }
  return <Outlet />;
}
