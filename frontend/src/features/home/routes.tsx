import { HomeOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';

export const home: Feature = {
  routes: [{ index: true, lazy: () => import('./HomePage') }],
  nav: [
    {
      path: '/',
      label: (t) => t('common:nav.home'),
      icon: <HomeOutlined />,
      order: 0,
      show: () => true,
    },
  ],
};
