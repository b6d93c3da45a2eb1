import { ClockCircleOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const calendar: Feature = {
  routes: [{ path: '/calendar', lazy: withLaterWords(() => import('./CalendarPage')) }],
  nav: [
    {
      path: '/calendar',
      label: (t) => t('common:nav.page.calendar'),
      icon: <ClockCircleOutlined />,
      group: 'system',
      order: 15,
      show: (viewer) => can(viewer, 'READ_ORGANISATION'),
    },
  ],
};
