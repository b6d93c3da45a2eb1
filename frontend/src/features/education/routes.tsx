import { ReadOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const education: Feature = {
  routes: [
    { path: '/education', lazy: withLaterWords(() => import('./SessionListPage')) },
    { path: '/education/year', lazy: withLaterWords(() => import('./EducationYearPage')) },
    { path: '/education/:id', lazy: withLaterWords(() => import('./SessionPage')) },
  ],
  nav: [
    {
      path: '/education',
      label: (t) => t('common:nav.page.education'),
      icon: <ReadOutlined />,
      group: 'watch',
      order: 33,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
