import { withLaterWords } from '@/lib/i18n';
import { AlertOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const risk: Feature = {
  routes: [
    { path: '/risks', lazy: () => import('./list/RiskListPage') },
    { path: '/risks/:id', lazy: withLaterWords(() => import('./detail/RiskDetailPage')) },
  ],
  nav: [
    {
      path: '/risks',
      label: (t) => t('risk:nav'),
      icon: <AlertOutlined />,
      group: 'watch',
      order: 20,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
