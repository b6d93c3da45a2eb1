import { withLaterWords } from '@/lib/i18n';
import { FormOutlined } from '@ant-design/icons';
import type { Feature } from '@/lib/feature';

export const form: Feature = {
  routes: [
    { path: '/forms', lazy: withLaterWords(() => import('./list/MyFormsPage')) },
    { path: '/forms/:id', lazy: withLaterWords(() => import('./page/FormPage')) },
  ],
  nav: [
    {
      path: '/forms',
      label: (t) => t('common:nav.page.forms'),
      icon: <FormOutlined />,
      group: 'register',
      order: 5,
      // Administrators who are no staff have no form.
      show: (viewer) => viewer.person !== null,
    },
  ],
};
