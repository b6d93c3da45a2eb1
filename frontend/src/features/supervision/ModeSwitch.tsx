import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { modes, type Mode } from './state';

/** Chart or table: the same numbers, the table also for the keyboard. */
export function ModeSwitch({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }) {
  const { t } = useTranslation('supervision');
  return (
    <Space.Compact role="group" aria-label={t('mode.label')}>
      {modes.map((choice) => (
        <Button
          key={choice}
          type={choice === mode ? 'primary' : 'default'}
          aria-pressed={choice === mode}
          onClick={() => onChange(choice)}
        >
          {t(`mode.${choice}`)}
        </Button>
      ))}
    </Space.Compact>
  );
}
