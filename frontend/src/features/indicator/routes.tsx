import { LineChartOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const indicator: Feature = {
  routes: [
    { path: '/indicators', lazy: withLaterWords(() => import('./IndicatorListPage')) },
    { path: '/indicators/:id', lazy: withLaterWords(() => import('./IndicatorPage')) },
  ],
  nav: [
    {
      path: '/indicators',
      label: (t) => t('common:nav.page.indicators'),
      icon: <LineChartOutlined />,
      group: 'watch',
      order: 32,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
