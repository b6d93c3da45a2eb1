import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Message } from './Message';

export function Crash({ outdated = false }: { outdated?: boolean }) {
  const { t } = useTranslation();
  return (
    <Message title={t(outdated ? 'error.outdated' : 'error.crashed')}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('action.reload')}
      </Button>
    </Message>
  );
}
