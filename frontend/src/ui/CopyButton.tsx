import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { copyText } from '@/lib/copy';
import { useNotify } from '@/ui/notify';

interface Props {
  text: string;
  /** Says what is copied, where there are several. */
  label?: string;
}

export function CopyButton({ text, label }: Props) {
  const { t } = useTranslation();
  const notify = useNotify();
  return (
    <Button
      icon={<CopyOutlined aria-hidden />}
      onClick={async () =>
        (await copyText(text))
          ? notify.success(t('state.copied'))
          : notify.error(t('state.notCopied'))
      }
    >
      {label ?? t('action.copy')}
    </Button>
  );
}
