import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Crash } from '@/ui/Crash';
import { NotFound } from '@/ui/NotFound';

/** What a page shows that failed to load or to draw. */
export function RouteCrash() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  // The server was updated since this page was opened, and has its files no more.
  const outdated =
    error instanceof TypeError && /imported module|module script/i.test(error.message);
  return <Crash outdated={outdated} />;
}
