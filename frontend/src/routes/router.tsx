import { createBrowserRouter } from 'react-router';
import { RouteCrash } from '@/app/RouteCrash';
import { Guard } from '@/app/Guard';
import { Shell } from '@/app/Shell';
import { paperRoutes } from '@/features/paper/routes';
import { powerPaperRoutes } from '@/features/power/routes';
import { sessionRoutes } from '@/features/session/routes';
import { basePath } from '@/lib/page';
import { Loading } from '@/ui/Loading';
import { NotFound } from '@/ui/NotFound';
import { features } from './features';

export function createRouter() {
  return createBrowserRouter(
    [
      {
        ErrorBoundary: RouteCrash,
        HydrateFallback: Loading,
        children: [
          ...sessionRoutes.open,
          {
            Component: Guard,
            children: [
              ...sessionRoutes.guarded,
              ...paperRoutes,
              ...powerPaperRoutes,
              {
                Component: Shell,
                children: [
                  {
                    // A page that fails leaves the menu usable.
                    ErrorBoundary: RouteCrash,
                    children: [
                      ...features.flatMap((feature) => feature.routes),
                      { path: '*', Component: NotFound },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    { basename: basePath },
  );
}
