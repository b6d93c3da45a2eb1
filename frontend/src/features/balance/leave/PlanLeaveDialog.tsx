import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { PlanLeaveMutation } from './query';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { PersonSelect } from '@/ui/PersonSelect';

interface Props {
  /** Whose leave it is; chosen from the unit where it is missing. */
  personId?: string;
  unitId?: string;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  personId?: string;
  from?: string;
  to?: string;
}

/** Records when somebody plans to be away. */
export function PlanLeaveDialog({ personId, unitId, onClose, onDone }: Props) {
  const { t } = useTranslation('balance');
  const [form] = Form.useForm<Values>();
  const [, plan] = useMutation(PlanLeaveMutation);
  return (
    <Dialog<Values>
      title={t('leave.plan')}
      open
      onClose={onClose}
      form={form}
      submit={async ({ personId: chosen = '', from = '', to = '' }) => {
        const { error } = await plan({ input: { personId: personId ?? chosen, from, to } });
        if (error) return error;
        onDone();
      }}
    >
      {!personId && (
        <Form.Item name="personId" label={t('leave.person')} rules={[{ required: true }]}>
          <PersonSelect unitId={unitId} />
        </Form.Item>
      )}
      <Form.Item name="from" label={t('leave.from')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="to" label={t('leave.to')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
    </Dialog>
  );
}
