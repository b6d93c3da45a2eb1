import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { SetWarningRuleMutation, type WarningRule } from './query';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

/** A rule that is switched on or off on a unit, or given back to what holds above. */
export interface Switch {
  rule: WarningRule;
  how: 'on' | 'off' | 'withdraw';
}

interface Props {
  unitId: string;
  of: Switch;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the reason why a rule is switched. */
export function SwitchDialog({ unitId, of: { rule, how }, onClose, onDone }: Props) {
  const { t } = useTranslation('warning');
  const [form] = Form.useForm<{ reason: string }>();
  const [, set] = useMutation(SetWarningRuleMutation);
  const notify = useNotify();
  return (
    <Dialog<{ reason: string }>
      title={t(`rules.title_${how}`)}
      open
      onClose={onClose}
      form={form}
      danger={how === 'off'}
      submit={async ({ reason }) => {
        const { error } = await set({
          input: {
            unitId,
            code: rule.code,
            expectedVersion: rule.version,
            on: how === 'withdraw' ? rule.on : how === 'on',
            withdraw: how === 'withdraw',
            reason,
          },
        });
        if (error) return error;
        notify.success(t('rules.saved'));
        onDone();
      }}
    >
      <p>{rule.sentence}</p>
      <p className="hint">{t(`rules.hint_${how}`)}</p>
      <ReasonField />
    </Dialog>
  );
}
