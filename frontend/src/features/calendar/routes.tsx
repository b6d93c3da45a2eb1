import { ClockCircleOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const calendar: Feature = {
  routes: [
    { path: '/calendar', lazy: withLaterWords(() => import('./CalendarPage')) },
    { path: '/clocks', lazy: withLaterWords(() => import('./clocks/ClocksPage')) },
  ],
  nav: [
    {
      path: '/calendar',
      label: (t) => t('common:nav.page.calendar'),
      icon: <ClockCircleOutlined />,
      group: 'system',
      order: 15,
      show: (viewer) => can(viewer, 'READ_ORGANISATION'),
    },
    {
      path: '/clocks',
      label: (t) => t('common:nav.page.clocks'),
      icon: <ClockCircleOutlined />,
      group: 'system',
      order: 16,
      show: (viewer) => can(viewer, 'READ_ORGANISATION'),
    },
  ],
};
