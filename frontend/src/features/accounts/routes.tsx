import { UserSwitchOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const accounts: Feature = {
  routes: [{ path: '/accounts', lazy: () => import('./AccountsPage') }],
  nav: [
    {
      path: '/accounts',
      label: (t) => t('accounts:nav'),
      icon: <UserSwitchOutlined />,
      group: 'system',
      order: 10,
      show: (viewer) => can(viewer, 'MANAGE_ACCOUNTS', 'GRANT_ROLES'),
    },
  ],
};
