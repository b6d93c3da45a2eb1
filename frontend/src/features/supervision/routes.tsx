import { HeatMapOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const supervision: Feature = {
  routes: [{ path: '/supervision', lazy: () => import('./SupervisionPage') }],
  nav: [
    {
      path: '/supervision',
      label: (t) => t('supervision:nav'),
      icon: <HeatMapOutlined />,
      group: 'watch',
      order: 10,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
