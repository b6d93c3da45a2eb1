import { AuditOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';

/** Acts of power that wait for a second person: everybody may be asked for their word. */
export const acts: Feature = {
  routes: [{ path: '/acts', lazy: withLaterWords(() => import('./ActsPage')) }],
  nav: [
    {
      path: '/acts',
      label: (t) => t('common:nav.page.acts'),
      icon: <AuditOutlined />,
      group: 'system',
      order: 14,
      show: () => true,
    },
  ],
};
