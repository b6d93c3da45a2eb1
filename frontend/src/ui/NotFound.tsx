import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from './Message';
import { usePageTitle } from './usePageTitle';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('error.notFound'));
  return (
    <Message title={t('error.notFound')}>
      <Link to="/">{t('nav.home')}</Link>
    </Message>
  );
}
