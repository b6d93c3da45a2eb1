import { CommentOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const publicity: Feature = {
  routes: [{ path: '/feedback', lazy: () => import('./FeedbackPage') }],
  nav: [
    {
      path: '/feedback',
      label: (t) => t('publicity:nav'),
      icon: <CommentOutlined />,
      group: 'watch',
      order: 70,
      show: (viewer) => can(viewer, 'HANDLE_FEEDBACK'),
    },
  ],
};
