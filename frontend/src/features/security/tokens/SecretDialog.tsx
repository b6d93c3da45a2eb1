import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { curlExample } from './tokens';
import { CopyButton } from '@/ui/CopyButton';

interface Props {
  name: string;
  secret: string;
  onClose: () => void;
}

/** A new token's secret, the one time that it is told. */
export function SecretDialog({ name, secret, onClose }: Props) {
  const { t } = useTranslation('security');
  const example = curlExample(window.location.origin, secret);
  return (
    <Modal
      open
      title={t('secret.title', { name })}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secret.kept')}
        </Button>
      }
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={640}
    >
      <Alert
        type="warning"
        showIcon
        role="status"
        className="error-state"
        title={t('secret.once')}
      />
      <div className="secret-block">
        <code className="secret-text" data-secret>
          {secret}
        </code>
        <CopyButton text={secret} label={t('secret.copy')} />
      </div>
      <div>
        <div className="hint">{t('secret.example')}</div>
        <pre className="secret-text">{example}</pre>
        <CopyButton text={example} label={t('secret.copyExample')} />
      </div>
    </Modal>
  );
}
