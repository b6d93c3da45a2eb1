import { AuditOutlined, SplitCellsOutlined } from '@ant-design/icons';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const balance: Feature = {
  routes: [
    { path: '/balance', lazy: withLaterWords(() => import('./OwnBalancePage')) },
    { path: '/conflicts', lazy: withLaterWords(() => import('./kept/ConflictListPage')) },
    { path: '/balance-rules', lazy: withLaterWords(() => import('./rules/RulesPage')) },
    {
      path: '/units/:id/what-if',
      lazy: withLaterWords(() => import('./compare/ComparePage')),
    },
    { path: '/units/:id/leave', lazy: withLaterWords(() => import('./leave/LeavePage')) },
    { path: '/units/:id/balance', lazy: withLaterWords(() => import('./BalancePage')) },
  ],
  nav: [
    {
      path: '/balance',
      label: (t) => t('common:nav.page.balance'),
      icon: <AuditOutlined />,
      group: 'watch',
      order: 15,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
    {
      path: '/conflicts',
      label: (t) => t('common:nav.page.conflicts'),
      icon: <SplitCellsOutlined />,
      group: 'watch',
      order: 16,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
