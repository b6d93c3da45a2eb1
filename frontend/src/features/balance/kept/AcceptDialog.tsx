import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { MeasureSelect } from './MeasureSelect';
import { AcceptConflictMutation, EndAcceptanceMutation } from './query';
import type { Kept } from '../query';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

interface Props {
  kept: Kept;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  reason: string;
  measureId?: string;
  until?: string;
}

/** Asks to accept a conflict for a time; a second person has to confirm it. */
export function AcceptDialog({ kept, open, onClose, onDone }: Props) {
  const { t } = useTranslation('balance');
  const [form] = Form.useForm<Values>();
  const [, accept] = useMutation(AcceptConflictMutation);
  const notify = useNotify();
  return (
    <Dialog<Values>
      title={t('kept.accept')}
      open={open}
      onClose={onClose}
      form={form}
      submit={async ({ reason, measureId = '', until = '' }) => {
        const { error } = await accept({
          input: { conflictId: kept.id, expectedVersion: kept.version, reason, measureId, until },
        });
        if (error) return error;
        notify.success(t('kept.waits'));
        onDone();
      }}
    >
      <p>{t('kept.intro')}</p>
      <Form.Item name="measureId" label={t('kept.measure')} rules={[{ required: true }]}>
        <MeasureSelect unitId={kept.unit.id} />
      </Form.Item>
      <Form.Item name="until" label={t('kept.until')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('kept.why')}
        rules={[{ required: true, whitespace: true, max: 500 }]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </Dialog>
  );
}

/** Ends the acceptance of a conflict before its day. */
export function EndDialog({ kept, open, onClose, onDone }: Props) {
  const { t } = useTranslation('balance');
  const [form] = Form.useForm<Values>();
  const [, end] = useMutation(EndAcceptanceMutation);
  return (
    <Dialog<Values>
      title={t('kept.end')}
      open={open}
      onClose={onClose}
      form={form}
      submit={async ({ reason }) => {
        const { error } = await end({
          input: { conflictId: kept.id, expectedVersion: kept.version, reason },
        });
        if (error) return error;
        onDone();
      }}
    >
      <Form.Item
        name="reason"
        label={t('kept.why')}
        rules={[{ required: true, whitespace: true, max: 500 }]}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </Dialog>
  );
}
