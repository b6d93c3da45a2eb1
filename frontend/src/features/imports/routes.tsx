import { withLaterWords } from '@/lib/i18n';
import { ImportOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

export const imports: Feature = {
  routes: [{ path: '/import', lazy: withLaterWords(() => import('./ImportPage')) }],
  nav: [
    {
      path: '/import',
      label: (t) => t('common:nav.page.imports'),
      icon: <ImportOutlined />,
      group: 'register',
      order: 40,
      show: (viewer) => can(viewer, 'IMPORT'),
    },
  ],
};
