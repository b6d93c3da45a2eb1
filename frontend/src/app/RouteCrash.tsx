import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Crash } from '@/ui/Crash';
import { NotFound } from '@/ui/NotFound';

/** What a page shows that failed to load or to draw. */
export function RouteCrash() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFound /> : <Crash />;
}
