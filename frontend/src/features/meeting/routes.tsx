import { TeamOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const meeting: Feature = {
  routes: [
    { path: '/meetings', lazy: () => import('./list/MeetingListPage') },
    { path: '/meetings/new', lazy: () => import('./form/MeetingNewPage') },
    { path: '/meetings/:id', lazy: () => import('./run/MeetingPage') },
    { path: '/meetings/:id/edit', lazy: () => import('./form/MeetingEditPage') },
    { path: '/meetings/:id/sheet', lazy: () => import('./run/SheetPage') },
  ],
  nav: [
    {
      path: '/meetings',
      label: (t) => t('meeting:nav'),
      icon: <TeamOutlined />,
      group: 'watch',
      order: 40,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
