import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('common');
  return <PageHeader title={t('nav.home')} />;
}
