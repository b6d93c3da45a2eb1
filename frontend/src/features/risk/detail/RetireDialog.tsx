import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { EndorseRetirementMutation, RetireRiskPointMutation } from './mutations';
import type { DialogProps } from './dialogProps';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

interface Values {
  reason: string;
  ground?: Enum<'RetireGround'>;
}

/** Retires a risk point, or endorses to retire one that an inspector has to concur with. */
export function RetireDialog({ risk, open, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('risk');
  const [form] = Form.useForm<Values>();
  const [, retire] = useMutation(RetireRiskPointMutation);
  const [, endorse] = useMutation(EndorseRetirementMutation);
  const ground = useEnum('RetireGround');
  const both = risk.retireWay === 'CONCURRENCE';
  const notify = useNotify();
  return (
    <Dialog<Values>
      title={t('retire.title')}
      open={open}
      onClose={onClose}
      form={form}
      okText={t(both ? 'action.endorseRetirement' : 'action.retire')}
      danger
      submit={async ({ reason, ground = 'NO_RISK' }) => {
        const expectedVersion = risk.version;
        if (both) {
          const { error } = await endorse({
            input: { riskPointId: risk.id, expectedVersion, ground, reason },
          });
          if (error) return error;
          notify.success(t('retire.endorsed'));
        } else {
          const { data, error } = await retire({
            input: { id: risk.id, expectedVersion, reason },
          });
          if (error) return error;
          notify.success(t(data?.retireRiskPoint.act ? 'retire.waits' : 'retire.done'));
        }
        onDone();
      }}
    >
      <p>{t(both ? 'retire.both' : 'retire.intro')}</p>
      {both && (
        <Form.Item
          name="ground"
          label={t('retire.ground')}
          rules={[{ required: true, message: t('retire.needGround') }]}
        >
          <Select
            options={risk.retireGrounds.map((value) => ({ value, label: ground.label(value) }))}
          />
        </Form.Item>
      )}
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
