import { withLaterWords } from '@/lib/i18n';
import { UserSwitchOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const accounts: Feature = {
  routes: [{ path: '/accounts', lazy: withLaterWords(() => import('./AccountsPage')) }],
  nav: [
    {
      path: '/accounts',
      label: (t) => t('common:nav.page.accounts'),
      icon: <UserSwitchOutlined />,
      group: 'system',
      order: 10,
      show: (viewer) => can(viewer, 'MANAGE_ACCOUNTS', 'GRANT_ROLES'),
    },
  ],
};
