import { ProfileOutlined } from '@ant-design/icons';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';
import type { RouteObject } from 'react-router';
import type { Feature } from '@/lib/feature';

export const power: Feature = {
  routes: [
    { path: '/powers', lazy: () => import('./list/PowerListPage') },
    { path: '/powers/new', lazy: withLaterWords(() => import('./form/PowerNewPage')) },
    { path: '/powers/:id', lazy: withLaterWords(() => import('./detail/PowerDetailPage')) },
    { path: '/powers/:id/edit', lazy: withLaterWords(() => import('./form/PowerEditPage')) },
    { path: '/powers/:id/process', lazy: withLaterWords(() => import('./process/ProcessPage')) },
  ],
  nav: [
    {
      path: '/powers',
      label: (t) => t('power:nav'),
      icon: <ProfileOutlined />,
      group: 'register',
      order: 20,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};

/** Pages without the shell: they are for paper. */
export const powerPaperRoutes: RouteObject[] = [
  {
    path: '/powers/:id/process/print',
    lazy: withLaterWords(() => import('./detail/ProcessPrintPage')),
  },
];
