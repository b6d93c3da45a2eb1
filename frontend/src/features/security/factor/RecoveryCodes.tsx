import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { codesFile } from './secret';
import './factor.css';
import { downloadText } from '@/lib/copy';
import { CopyButton } from '@/ui/CopyButton';

interface Props {
  codes: string[];
  loginName: string;
  onDone: () => void;
}

/** Recovery codes, the one time that they are told. */
export function RecoveryCodes({ codes, loginName, onDone }: Props) {
  const { t } = useTranslation('security');
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="status"
        className="error-state"
        title={t('codes.once')}
        description={t('codes.keep')}
      />
      <ul className="recovery-codes" aria-label={t('codes.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="step-actions">
        <CopyButton text={codes.join('\n')} label={t('codes.copy')} />
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() =>
            downloadText(
              `sineng-${loginName}.txt`,
              codesFile(t('codes.file', { name: loginName }), codes),
            )
          }
        >
          {t('codes.download')}
        </Button>
        <Button type="primary" onClick={onDone}>
          {t('codes.kept')}
        </Button>
      </div>
    </>
  );
}
