import { ScheduleOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const task: Feature = {
  routes: [
    { path: '/tasks', lazy: withLaterWords(() => import('./TaskListPage')) },
    { path: '/tasks/:id', lazy: withLaterWords(() => import('./TaskPage')) },
  ],
  nav: [
    {
      path: '/tasks',
      label: (t) => t('common:nav.page.tasks'),
      icon: <ScheduleOutlined />,
      group: 'watch',
      order: 31,
      show: (viewer) => can(viewer, 'READ_OVERVIEW'),
    },
  ],
};
