import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('session');
  return <PageHeader title={t('signIn.title')} />;
}
