import { useId, useRef, useState } from 'react';
import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns';

interface Props {
  columns: readonly Pick<Column<never>, 'key' | 'title' | 'fixed'>[];
  shown: readonly string[];
  /** Nothing chosen: the columns that everybody sees at first. */
  onChange: (keys: string[] | undefined) => void;
}

/**
 * Which columns are shown. The choices follow the button in the page itself, so that the Tab key
 * leads into them; Escape leads back.
 */
export function ColumnChoice({ columns, shown, onChange }: Props) {
  const { t } = useTranslation('list');
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const toggle = (key: string, on: boolean) =>
    onChange(on ? [...shown, key] : shown.filter((one) => one !== key));
  return (
    <div
      ref={box}
      className="column-choice"
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <Button
        ref={button}
        icon={<SettingOutlined aria-hidden />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {t('columns')}
      </Button>
      {open && (
        // Takes the focus when it is clicked beside its boxes, and so stays open.
        <div
          id={id}
          className="column-choice-panel"
          role="group"
          aria-label={t('columns')}
          tabIndex={-1}
        >
          {columns.map(({ key, title, fixed }) => (
            <Checkbox
              key={key}
              checked={shown.includes(key)}
              disabled={fixed}
              onChange={(event) => toggle(key, event.target.checked)}
            >
              {title}
            </Checkbox>
          ))}
          <Button size="small" onClick={() => onChange(undefined)}>
            {t('columnsReset')}
          </Button>
        </div>
      )}
    </div>
  );
}
