import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { RetireRiskPointMutation } from './mutations';
import type { DialogProps } from './dialogProps';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

export function RetireDialog({ risk, open, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('risk');
  const [form] = Form.useForm<{ reason: string }>();
  const [, retire] = useMutation(RetireRiskPointMutation);
  const notify = useNotify();
  return (
    <Dialog
      title={t('retire.title')}
      open={open}
      onClose={onClose}
      form={form}
      okText={t('action.retire')}
      danger
      submit={async ({ reason }) => {
        const { error } = await retire({
          input: { id: risk.id, expectedVersion: risk.version, reason },
        });
        if (error) return error;
        notify.success(t('retire.done'));
        onDone();
      }}
    >
      <p>{t('retire.intro')}</p>
      <Form.Item
        name="reason"
        label={t('retire.reason')}
        rules={[{ required: true, whitespace: true, message: t('retire.need') }]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </Dialog>
  );
}
