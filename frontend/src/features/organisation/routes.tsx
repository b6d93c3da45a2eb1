import { ApartmentOutlined } from '@ant-design/icons';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const organisation: Feature = {
  routes: [{ path: '/organisation', lazy: withLaterWords(() => import('./OrganisationPage')) }],
  nav: [
    {
      path: '/organisation',
      label: (t) => t('organisation:nav'),
      icon: <ApartmentOutlined />,
      group: 'register',
      order: 10,
      show: (viewer) => can(viewer, 'READ_ORGANISATION'),
    },
  ],
};
