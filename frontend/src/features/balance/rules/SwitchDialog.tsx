import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { SwitchRuleMutation, type OwnRule } from './query';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  rule: OwnRule;
  onClose: () => void;
  onDone: () => void;
}

/** Switches a rule on or off, with the reason. */
export function SwitchDialog({ rule, onClose, onDone }: Props) {
  const { t } = useTranslation('balanceRules');
  const [form] = Form.useForm<{ reason: string }>();
  const [, send] = useMutation(SwitchRuleMutation);
  const notify = useNotify();
  const on = rule.state !== 'ON';
  return (
    <Dialog<{ reason: string }>
      title={t(on ? 'onTitle' : 'offTitle', { name: rule.name })}
      open
      onClose={onClose}
      form={form}
      okText={t(on ? 'on' : 'off')}
      submit={async ({ reason }) => {
        const { error } = await send({
          input: { id: rule.id, expectedVersion: rule.version, on, reason },
        });
        if (error) return error;
        notify.success(t('switched'));
        onDone();
      }}
    >
      <p>{t(on ? 'onHint' : 'offHint')}</p>
      <ReasonField label={t('why')} />
    </Dialog>
  );
}
