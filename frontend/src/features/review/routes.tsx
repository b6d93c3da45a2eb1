import { FileDoneOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const review: Feature = {
  routes: [
    { path: '/review', lazy: () => import('./queue/QueuePage') },
    { path: '/review/:id', lazy: () => import('./page/ReviewPage') },
    { path: '/review/:id/year', lazy: () => import('./page/YearPage') },
  ],
  nav: [
    {
      path: '/review',
      label: (t) => t('review:nav'),
      icon: <FileDoneOutlined />,
      group: 'watch',
      order: 45,
      show: (viewer) => can(viewer, 'REVIEW_FORMS'),
    },
  ],
};
