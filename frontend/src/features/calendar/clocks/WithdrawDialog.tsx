import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { SetClockRuleMutation, type ClockRule } from './query';
import { problemsOf } from '@/lib/errors';
import { Dialog } from '@/ui/Dialog';
import { isStale } from '@/ui/edit/problems';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  unitId: string;
  rule: Pick<ClockRule, 'code' | 'name' | 'words'>;
  newest: number;
  onClose: () => void;
  onDone: () => void;
  /** Somebody else has set the rule: what it says now is to be read again. */
  onStale: () => void;
}

/** Withdraws a rule of the unit, with the reason. */
export function WithdrawDialog({ unitId, rule, newest, onClose, onDone, onStale }: Props) {
  const { t } = useTranslation('clock');
  const [form] = Form.useForm<{ reason: string }>();
  const [, send] = useMutation(SetClockRuleMutation);
  const notify = useNotify();
  return (
    <Dialog<{ reason: string }>
      title={t('withdrawTitle', { name: rule.name })}
      open
      onClose={onClose}
      form={form}
      okText={t('withdraw')}
      danger
      submit={async ({ reason }) => {
        const { error } = await send({
          input: { unitId, code: rule.code, expectedVersion: newest, rule: null, reason },
        });
        if (problemsOf(error).some(isStale)) onStale();
        if (error) return error;
        notify.success(t('withdrawn'));
        onDone();
      }}
    >
      <p>{rule.words}</p>
      <p>{t('withdrawIntro')}</p>
      <ReasonField />
    </Dialog>
  );
}
