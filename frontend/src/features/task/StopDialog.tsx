import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { StopTasksMutation, type Schedule } from './query';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

interface Props {
  schedule: Schedule;
  onClose: () => void;
  onDone: () => void;
}

/** Stops the tasks of a measure, with a reason. */
export function StopDialog({ schedule, onClose, onDone }: Props) {
  const { t } = useTranslation('task');
  const notify = useNotify();
  const [form] = Form.useForm<{ reason: string }>();
  const [, stop] = useMutation(StopTasksMutation);
  return (
    <Dialog<{ reason: string }>
      title={t('stop')}
      open
      onClose={onClose}
      form={form}
      okText={t('stop')}
      danger
      submit={async ({ reason }) => {
        const { error } = await stop({
          input: { scheduleId: schedule.id, expectedVersion: schedule.version, reason },
        });
        if (error) return error;
        notify.success(t('isStopped'));
        onDone();
      }}
    >
      <p className="hint">{t('stopHint')}</p>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </Dialog>
  );
}
