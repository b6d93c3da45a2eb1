import { withLaterWords } from '@/lib/i18n';
import { ClockCircleOutlined, ProjectOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const campaign: Feature = {
  routes: [
    { path: '/campaigns', lazy: withLaterWords(() => import('./list/CampaignListPage')) },
    { path: '/campaigns/new', lazy: withLaterWords(() => import('./form/CampaignNewPage')) },
    { path: '/campaigns/:id', lazy: withLaterWords(() => import('./detail/CampaignDetailPage')) },
    { path: '/campaigns/:id/edit', lazy: withLaterWords(() => import('./form/CampaignEditPage')) },
    { path: '/jobs', lazy: withLaterWords(() => import('./jobs/JobListPage')) },
  ],
  nav: [
    {
      path: '/campaigns',
      label: (t) => t('common:nav.page.campaigns'),
      icon: <ProjectOutlined />,
      group: 'watch',
      order: 40,
      show: (viewer) => can(viewer, 'READ_ORGANISATION'),
    },
    {
      path: '/jobs',
      label: (t) => t('common:nav.page.jobs'),
      icon: <ClockCircleOutlined />,
      group: 'system',
      order: 90,
      show: (viewer) => can(viewer, 'MANAGE_CAMPAIGNS'),
    },
  ],
};
