import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Why something is done; the audit log keeps it. */
export function ReasonField({ label }: { label?: string }) {
  const { t } = useTranslation('edit');
  return (
    <Form.Item
      name="reason"
      label={label ?? t('reason.label')}
      extra={t('reason.hint')}
      rules={[{ required: true, whitespace: true }]}
    >
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  );
}
