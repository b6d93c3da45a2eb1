import { withLaterWords } from '@/lib/i18n';
import { IdcardOutlined, MessageOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const objection: Feature = {
  routes: [
    { path: '/my-record', lazy: withLaterWords(() => import('./MyRecordPage')) },
    { path: '/objections', lazy: withLaterWords(() => import('./ObjectionsPage')) },
  ],
  nav: [
    {
      path: '/my-record',
      label: (t) => t('common:nav.page.myRecord'),
      icon: <IdcardOutlined />,
      order: 40,
      show: (viewer) => viewer.person !== null,
    },
    {
      path: '/objections',
      label: (t) => t('common:nav.page.objections'),
      icon: <MessageOutlined />,
      group: 'watch',
      order: 75,
      show: (viewer) => can(viewer, 'ANSWER_OBJECTIONS'),
    },
  ],
};
