import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

export function Crash() {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={t('error.crashed')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  );
}
