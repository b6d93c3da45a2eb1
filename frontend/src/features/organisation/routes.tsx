import { ApartmentOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const organisation: Feature = {
  routes: [{ path: '/organisation', lazy: () => import('./OrganisationPage') }],
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
