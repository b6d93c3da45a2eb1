import { withLaterWords } from '@/lib/i18n';
import { FileDoneOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const review: Feature = {
  routes: [
    { path: '/review', lazy: withLaterWords(() => import('./queue/QueuePage')) },
    { path: '/review/:id', lazy: withLaterWords(() => import('./page/ReviewPage')) },
    { path: '/review/:id/year', lazy: withLaterWords(() => import('./page/YearPage')) },
  ],
  nav: [
    {
      path: '/review',
      label: (t) => t('common:nav.page.review'),
      icon: <FileDoneOutlined />,
      group: 'watch',
      order: 45,
      show: (viewer) => can(viewer, 'REVIEW_FORMS'),
    },
  ],
};
