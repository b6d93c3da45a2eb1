import { withLaterWords } from '@/lib/i18n';
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const measure: Feature = {
  routes: [
    { path: '/measures', lazy: () => import('./list/MeasureListPage') },
    { path: '/measures/new', lazy: withLaterWords(() => import('./form/MeasureNewPage')) },
    { path: '/measures/:id', lazy: withLaterWords(() => import('./detail/MeasureDetailPage')) },
    { path: '/measures/:id/edit', lazy: withLaterWords(() => import('./form/MeasureEditPage')) },
  ],
  nav: [
    {
      path: '/measures',
      label: (t) => t('measure:nav'),
      icon: <SafetyCertificateOutlined />,
      group: 'watch',
      order: 30,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
