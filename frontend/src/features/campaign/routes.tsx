import { ClockCircleOutlined, ProjectOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const campaign: Feature = {
  routes: [
    { path: '/campaigns', lazy: () => import('./list/CampaignListPage') },
    { path: '/campaigns/new', lazy: () => import('./form/CampaignNewPage') },
    { path: '/campaigns/:id', lazy: () => import('./detail/CampaignDetailPage') },
    { path: '/campaigns/:id/edit', lazy: () => import('./form/CampaignEditPage') },
    { path: '/jobs', lazy: () => import('./jobs/JobListPage') },
  ],
  nav: [
    {
      path: '/campaigns',
      label: (t) => t('campaign:nav'),
      icon: <ProjectOutlined />,
      group: 'watch',
      order: 40,
      show: (viewer) => can(viewer, 'READ_ORGANISATION'),
    },
    {
      path: '/jobs',
      label: (t) => t('campaign:jobs.nav'),
      icon: <ClockCircleOutlined />,
      group: 'system',
      order: 90,
      show: (viewer) => can(viewer, 'MANAGE_CAMPAIGNS'),
    },
  ],
};
