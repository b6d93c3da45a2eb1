import { ControlOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/routes/types';

export const recipe: Feature = {
  routes: [{ path: '/recipes', lazy: () => import('./RecipePage') }],
  nav: [
    {
      path: '/recipes',
      label: (t) => t('recipe:nav'),
      icon: <ControlOutlined />,
      group: 'register',
      order: 60,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
