import { withLaterWords } from '@/lib/i18n';
import { TeamOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const meeting: Feature = {
  routes: [
    { path: '/meetings', lazy: withLaterWords(() => import('./list/MeetingListPage')) },
    { path: '/meetings/new', lazy: withLaterWords(() => import('./form/MeetingNewPage')) },
    { path: '/meetings/:id', lazy: withLaterWords(() => import('./run/MeetingPage')) },
    { path: '/meetings/:id/edit', lazy: withLaterWords(() => import('./form/MeetingEditPage')) },
    { path: '/meetings/:id/sheet', lazy: withLaterWords(() => import('./run/SheetPage')) },
  ],
  nav: [
    {
      path: '/meetings',
      label: (t) => t('common:nav.page.meetings'),
      icon: <TeamOutlined />,
      group: 'watch',
      order: 40,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
