import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNotify } from '@/ui/notify';

interface Props {
  text: string;
  copyLabel: string;
  /** Without it there is nothing to download. */
  file?: { name: string; type: string; label: string };
}

/** Takes a text off the page: to the clipboard, or as a file. */
export function CopyButtons({ text, copyLabel, file }: Props) {
  const { t } = useTranslation('audit');
  const notify = useNotify();
  const copy = async () => {
    try {
      // There is no clipboard on pages that came by plain HTTP from afar.
      await navigator.clipboard.writeText(text);
      notify.success(t('copy.done'));
    } catch {
      notify.error(t('copy.failed'));
    }
  };
  return (
    <span className="audit-buttons">
      <Button
        size="small"
        icon={
          <span aria-hidden="true">
            <CopyOutlined />
          </span>
        }
        onClick={() => void copy()}
      >
        {copyLabel}
      </Button>
      {file && (
        <Button
          size="small"
          icon={
            <span aria-hidden="true">
              <DownloadOutlined />
            </span>
          }
          onClick={() => save(text, file.name, file.type)}
        >
          {file.label}
        </Button>
      )}
    </span>
  );
}

function save(text: string, name: string, type: string) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
