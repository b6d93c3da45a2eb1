import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const keys = [
  ['Tab', 'tab'],
  ['↑ ↓ ← →', 'arrows'],
  ['Enter', 'enter'],
  ['N', 'add'],
  ['C', 'connect'],
  ['Delete / Backspace', 'delete'],
  ['Ctrl+Z', 'undo'],
  ['Ctrl+Shift+Z', 'redo'],
  ['?', 'help'],
] as const;

/** The keys of the map. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('powerMap');
  return (
    <Modal open={open} title={t('tool.keys')} footer={null} onCancel={onClose} destroyOnHidden>
      <dl className="map-keys">
        {keys.map(([key, what]) => (
          <div key={key} className="map-key">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`key.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
