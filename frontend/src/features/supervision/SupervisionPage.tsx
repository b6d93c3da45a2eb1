import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('supervision');
  return <PageHeader title={t('nav')} />;
}
