import { Navigate, Outlet, useLocation } from 'react-router';
import { hurdleOf, paths } from '@/features/session/door';
import { useSession } from '@/lib/viewer';

/** Where each thing is done that has to be done first. */
const hurdlePages = { code: paths.signIn, password: paths.password, enrol: paths.enrol };

/** Lets only the signed-in pass, and those with something to do first only to where they do it. */
export function Guard() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  const hurdle = viewer ? hurdleOf(viewer) : 'code';
  if (hurdle && pathname !== hurdlePages[hurdle]) {
    const own = viewer && Object.values(hurdlePages).some((page) => page === pathname);
    // From one hurdle to the next the way that was asked for stays the same.
    const next = own || pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={hurdlePages[hurdle] + (own ? search : next)} replace />;
  }
  return <Outlet />;
}
