import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CancelMeetingMutation, CloseMeetingMutation, type MeetingDetail } from '../query';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

interface Props {
  meeting: MeetingDetail;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Ends the meeting with its minutes. */
export function CloseDialog({ meeting, open, onClose, onDone }: Props) {
  const { t } = useTranslation('meeting');
  const [form] = Form.useForm<{ minutes: string }>();
  const [, close] = useMutation(CloseMeetingMutation);
  const notify = useNotify();
  return (
    <Dialog<{ minutes: string }>
      title={t('close.title')}
      open={open}
      onClose={onClose}
      form={form}
      okText={t('close.title')}
      submit={async ({ minutes }) => {
        const { error } = await close({
          input: { id: meeting.id, expectedVersion: meeting.version, minutes },
        });
        if (error) return error;
        notify.success(t('close.done'));
        onDone();
      }}
    >
      <p className="hint">{t('close.intro')}</p>
      <Form.Item
        name="minutes"
        label={t('close.minutes')}
        rules={[{ required: true, whitespace: true, message: t('close.need') }]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} />
      </Form.Item>
    </Dialog>
  );
}

/** Calls the meeting off. */
export function CancelDialog({ meeting, open, onClose, onDone }: Props) {
  const { t } = useTranslation('meeting');
  const [form] = Form.useForm<{ reason: string }>();
  const [, cancel] = useMutation(CancelMeetingMutation);
  const notify = useNotify();
  return (
    <Dialog<{ reason: string }>
      title={t('cancel.title')}
      open={open}
      onClose={onClose}
      form={form}
      okText={t('cancel.title')}
      danger
      submit={async ({ reason }) => {
        const { error } = await cancel({
          input: { id: meeting.id, expectedVersion: meeting.version, reason },
        });
        if (error) return error;
        notify.success(t('cancel.done'));
        onDone();
      }}
    >
      <p className="hint">{t('cancel.intro')}</p>
      <Form.Item
        name="reason"
        label={t('cancel.reason')}
        rules={[{ required: true, whitespace: true, message: t('cancel.need') }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </Dialog>
  );
}
