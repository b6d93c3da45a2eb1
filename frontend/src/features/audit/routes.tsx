import { FileSearchOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const audit: Feature = {
  routes: [
    { path: '/audit', lazy: () => import('./list/AuditListPage') },
    { path: '/audit/entry/:id', lazy: () => import('./entry/AuditEntryPage') },
    { path: '/audit/reads', lazy: () => import('./reads/UnusualReadsPage') },
    { path: '/audit/log', lazy: () => import('./log/AuditLogPage') },
  ],
  nav: [
    {
      path: '/audit',
      label: (t) => t('audit:nav'),
      icon: <FileSearchOutlined />,
      group: 'system',
      order: 30,
      show: (viewer) => can(viewer, 'READ_LOG'),
    },
  ],
};
