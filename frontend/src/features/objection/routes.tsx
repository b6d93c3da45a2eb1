import { IdcardOutlined, MessageOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const objection: Feature = {
  routes: [
    { path: '/my-record', lazy: () => import('./MyRecordPage') },
    { path: '/objections', lazy: () => import('./ObjectionsPage') },
  ],
  nav: [
    {
      path: '/my-record',
      label: (t) => t('objection:nav.mine'),
      icon: <IdcardOutlined />,
      order: 40,
      show: (viewer) => viewer.person !== null,
    },
    {
      path: '/objections',
      label: (t) => t('objection:nav.list'),
      icon: <MessageOutlined />,
      group: 'watch',
      order: 75,
      show: (viewer) => can(viewer, 'ANSWER_OBJECTIONS'),
    },
  ],
};
