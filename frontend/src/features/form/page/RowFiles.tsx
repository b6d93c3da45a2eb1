import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { AttachmentFiles } from '@/features/attachment/door';

export interface FiledRow {
  key: string;
  /** Its line in its table, from 1. */
  number: number;
  /** What it is about. */
  text: string;
}

interface Props {
  formId: string;
  row: FiledRow;
  onClose: () => void;
}

/** Files 佐证 of one row of a form. */
export function RowFiles({ formId, row: { key, number, text }, onClose }: Props) {
  const { t } = useTranslation('form');
  return (
    <Modal open title={t('rowFiles.title', { number, text })} footer={null} onCancel={onClose}>
      <AttachmentFiles ownerId={formId} rowKey={key} />
    </Modal>
  );
}
