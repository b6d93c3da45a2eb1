import { WarningOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const warning: Feature = {
  routes: [
    { path: '/warnings', lazy: withLaterWords(() => import('./WarningListPage')) },
    { path: '/warnings/:id', lazy: withLaterWords(() => import('./WarningPage')) },
    { path: '/warning-rules', lazy: withLaterWords(() => import('./WarningRulesPage')) },
  ],
  nav: [
    {
      path: '/warnings',
      label: (t) => t('common:nav.page.warnings'),
      icon: <WarningOutlined />,
      group: 'watch',
      order: 12,
      show: (viewer) => can(viewer, 'READ_OVERVIEW'),
    },
  ],
};
