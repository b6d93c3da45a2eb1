import type { ReactNode, Ref } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isBlank, isEdited, isNew, type Row } from '../draft/sheet';

interface Props {
  ref: Ref<HTMLDivElement>;
  /** The rows that are chosen. */
  rows: readonly Row[];
  bases: ReadonlyMap<string, Row>;
  onAdd: () => void;
  onCopy: () => void;
  onRemove: () => void;
  onRevert: () => void;
  onUndo: () => void;
  onRedo: () => void;
  /** Shows the files of the one chosen row. */
  onFiles: (row: Row) => void;
}

/** What can be done to the chosen rows, with the keys that do the same. */
export function GridTools(props: Props) {
  const { ref, rows, bases, onAdd, onCopy, onRemove, onRevert, onUndo, onRedo, onFiles } = props;
  const { t } = useTranslation('form');
  const none = rows.length === 0;
  const removed = !none && rows.every((row) => row.removed);
  const [one] = rows;
  const filed = one && rows.length === 1 && !one.removed && !(isNew(one) && isBlank(one));
  const revertible = rows.some((row) => !isNew(row) && isEdited(row, bases.get(row.key)));
  const button = (
    label: string,
    onClick: () => void,
    keys?: string,
    disabled = false,
  ): ReactNode => (
    <Button
      size="small"
      onClick={onClick}
      disabled={disabled}
      title={keys}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
    >
      {label}
    </Button>
  );
  return (
    <div ref={ref} role="group" aria-label={t('tools.label')} className="grid-tools">
      {button(t('tools.add'), onAdd, 'Ctrl+Enter')}
      {button(t('tools.copy'), onCopy, 'Ctrl+Shift+Enter', none)}
      {button(removed ? t('tools.keep') : t('tools.remove'), onRemove, 'Ctrl+Delete', none)}
      {button(t('tools.revert'), onRevert, undefined, !revertible)}
      {button(t('tools.evidence'), () => one && onFiles(one), undefined, !filed)}
      {button(t('tools.undo'), onUndo, 'Ctrl+Z')}
      {button(t('tools.redo'), onRedo, 'Ctrl+Y')}
      <span className="hint-inline grid-keys">{t('tools.keys')}</span>
    </div>
  );
}
