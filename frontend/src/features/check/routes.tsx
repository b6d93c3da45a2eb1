import { ScheduleOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const check: Feature = {
  routes: [
    { path: '/checks', lazy: withLaterWords(() => import('./CheckListPage')) },
    { path: '/checks/handovers', lazy: withLaterWords(() => import('./HandoversPage')) },
    { path: '/checks/plan', lazy: withLaterWords(() => import('./PlanPage')) },
    { path: '/checks/:id', lazy: withLaterWords(() => import('./CheckPage')) },
  ],
  nav: [
    {
      path: '/checks',
      label: (t) => t('common:nav.page.checks'),
      icon: <ScheduleOutlined />,
      group: 'watch',
      order: 14,
      show: (viewer) => can(viewer, 'READ_PERSONAL'),
    },
  ],
};
