import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/ui/CopyButton';

/** A new secret of the webhook, the one time that it is told. */
export function WebhookSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation('notify');
  return (
    <Modal
      open
      title={t('secretTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secretKept')}
        </Button>
      }
    >
      <Alert type="warning" showIcon role="status" title={t('secretOnce')} />
      <p>
        <code data-secret>{secret}</code> <CopyButton text={secret} label={t('secretCopy')} />
      </p>
    </Modal>
  );
}
