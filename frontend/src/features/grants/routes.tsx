import { withLaterWords } from '@/lib/i18n';
import { AuditOutlined } from '@ant-design/icons';
import { can } from '@/lib/viewer';
import type { Feature } from '@/lib/feature';

/** A page of its own: leaders confirm grants, but see no accounts. */
export const grants: Feature = {
  routes: [{ path: '/grants', lazy: withLaterWords(() => import('./GrantsPage')) }],
  nav: [
    {
      path: '/grants',
      label: (t) => t('common:nav.page.grants'),
      icon: <AuditOutlined />,
      group: 'system',
      order: 15,
      show: (viewer) => can(viewer, 'CONFIRM_GRANTS'),
    },
  ],
};
