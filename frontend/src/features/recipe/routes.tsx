import { withLaterWords } from '@/lib/i18n';
import { ControlOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const recipe: Feature = {
  routes: [{ path: '/recipes', lazy: withLaterWords(() => import('./RecipePage')) }],
  nav: [
    {
      path: '/recipes',
      label: (t) => t('common:nav.page.recipes'),
      icon: <ControlOutlined />,
      group: 'register',
      order: 60,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
