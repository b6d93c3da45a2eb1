import { withLaterWords } from '@/lib/i18n';
import { CommentOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const publicity: Feature = {
  routes: [{ path: '/feedback', lazy: withLaterWords(() => import('./FeedbackPage')) }],
  nav: [
    {
      path: '/feedback',
      label: (t) => t('common:nav.page.feedback'),
      icon: <CommentOutlined />,
      group: 'watch',
      order: 70,
      show: (viewer) => can(viewer, 'HANDLE_FEEDBACK'),
    },
  ],
};
