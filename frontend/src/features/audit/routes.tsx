import { withLaterWords } from '@/lib/i18n';
import { FileSearchOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const audit: Feature = {
  routes: [
    { path: '/audit', lazy: withLaterWords(() => import('./list/AuditListPage')) },
    { path: '/audit/entry/:id', lazy: withLaterWords(() => import('./entry/AuditEntryPage')) },
    { path: '/audit/reads', lazy: withLaterWords(() => import('./reads/UnusualReadsPage')) },
    { path: '/audit/log', lazy: withLaterWords(() => import('./log/AuditLogPage')) },
  ],
  nav: [
    {
      path: '/audit',
      label: (t) => t('common:nav.page.audit'),
      icon: <FileSearchOutlined />,
      group: 'system',
      order: 30,
      show: (viewer) => can(viewer, 'READ_LOG'),
    },
  ],
};
