import { SendOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const instruction: Feature = {
  routes: [
    { path: '/instructions', lazy: withLaterWords(() => import('./InstructionListPage')) },
    { path: '/instructions/new', lazy: withLaterWords(() => import('./InstructionNewPage')) },
    { path: '/instructions/:id', lazy: withLaterWords(() => import('./InstructionPage')) },
  ],
  nav: [
    {
      path: '/instructions',
      label: (t) => t('common:nav.page.instructions'),
      icon: <SendOutlined />,
      group: 'watch',
      order: 13,
      show: (viewer) => can(viewer, 'READ_OVERVIEW'),
    },
  ],
};
