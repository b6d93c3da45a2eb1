import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Message } from './Message';

export function Crash() {
  const { t } = useTranslation();
  return (
    <Message title={t('error.crashed')}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('action.reload')}
      </Button>
    </Message>
  );
}
