import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { DecideItemMutation, DeferItemMutation, type AgendaItem } from '../query';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

interface Props {
  kind: 'decide' | 'defer';
  item: AgendaItem;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Writes down what the votes came to, or puts the item off. */
export function SettleDialog({ kind, item, open, onClose, onDone }: Props) {
  const { t } = useTranslation('meeting');
  const [form] = Form.useForm<{ reason?: string }>();
  const [, decide] = useMutation(DecideItemMutation);
  const [, defer] = useMutation(DeferItemMutation);
  const notify = useNotify();
  const deciding = kind === 'decide';
  return (
    <Dialog<{ reason?: string }>
      title={t(deciding ? 'vote.decide' : 'vote.defer')}
      open={open}
      onClose={onClose}
      form={form}
      submit={async ({ reason = '' }) => {
        const input = { itemId: item.id, expectedVersion: item.version, reason };
        const { error } = deciding ? await decide({ input }) : await defer({ input });
        if (error) return error;
        notify.success(t(deciding ? 'vote.decided' : 'vote.deferred'));
        onDone();
      }}
    >
      {deciding && (
        <p className="hint">
          {t(item.count.result === 'CARRIED' ? 'vote.carried' : 'vote.rejected')}
        </p>
      )}
      <Form.Item
        name="reason"
        label={t(deciding ? 'vote.reason' : 'vote.deferReason')}
        extra={deciding ? t('vote.reasonHint') : undefined}
        rules={deciding ? [] : [{ required: true, whitespace: true, message: t('vote.need') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </Dialog>
  );
}
