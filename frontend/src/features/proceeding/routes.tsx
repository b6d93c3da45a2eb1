import { NodeIndexOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const proceeding: Feature = {
  routes: [
    { path: '/proceedings', lazy: withLaterWords(() => import('./ProceedingListPage')) },
    { path: '/proceedings/:id', lazy: withLaterWords(() => import('./ProceedingPage')) },
  ],
  nav: [
    {
      path: '/proceedings',
      label: (t) => t('common:nav.page.proceedings'),
      icon: <NodeIndexOutlined />,
      group: 'watch',
      order: 33,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
