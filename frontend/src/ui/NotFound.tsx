import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTitle } from './usePageTitle';

export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('error.notFound'));
  return (
    <Result
      status="warning"
      title={t('error.notFound')}
      extra={
        <Link to="/">
          <Button tabIndex={-1}>{t('nav.home')}</Button>
        </Link>
      }
    />
  );
}
