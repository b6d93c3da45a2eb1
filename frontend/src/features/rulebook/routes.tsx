import { BookOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';
import { withLaterWords } from '@/lib/i18n';
import { can } from '@/lib/viewer';

export const rulebook: Feature = {
  routes: [
    { path: '/rules-documents', lazy: withLaterWords(() => import('./RulesListPage')) },
    { path: '/rules-documents/:id', lazy: withLaterWords(() => import('./RulesDocumentPage')) },
    { path: '/rules-reviews', lazy: withLaterWords(() => import('./ReviewListPage')) },
    { path: '/rules-reviews/:id', lazy: withLaterWords(() => import('./ReviewPage')) },
  ],
  nav: [
    {
      path: '/rules-documents',
      label: (t) => t('common:nav.page.rulesDocuments'),
      icon: <BookOutlined />,
      group: 'register',
      order: 45,
      show: (viewer) => can(viewer, 'READ_REGISTER'),
    },
  ],
};
