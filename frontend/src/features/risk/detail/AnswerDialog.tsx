import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import {
  ConcurGradeMutation,
  ConcurRetirementMutation,
  RefuseGradeMutation,
  RefuseRetirementMutation,
} from './mutations';
import type { DialogProps } from './dialogProps';
import { useEnum } from '@/lib/enumLabel';
import { Dialog } from '@/ui/Dialog';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { useNotify } from '@/ui/notify';

/** An inspector's answer to a grade, or a retirement, that was endorsed. */
export function AnswerDialog({
  answer,
  risk,
  open,
  onClose,
  onDone,
}: DialogProps & { answer: 'concur' | 'refuse' }) {
  const { t } = useTranslation('risk');
  const [form] = Form.useForm<{ reason?: string }>();
  const [, concur] = useMutation(ConcurGradeMutation);
  const [, refuse] = useMutation(RefuseGradeMutation);
  const [, concurRetirement] = useMutation(ConcurRetirementMutation);
  const [, refuseRetirement] = useMutation(RefuseRetirementMutation);
  const ground = useEnum('RetireGround');
  const notify = useNotify();
  const retiring = risk.retiring !== null;
  const concurring = retiring ? concurRetirement : concur;
  const send = answer === 'concur' ? concurring : retiring ? refuseRetirement : refuse;
  return (
    <Dialog<{ reason?: string }>
      title={t(`${answer}.title`)}
      open={open}
      onClose={onClose}
      form={form}
      okText={t(`action.${answer}`)}
      danger={answer === 'refuse'}
      submit={async ({ reason = '' }) => {
        const { error } = await send({
          input: { riskPointId: risk.id, expectedVersion: risk.version, reason },
        });
        if (error) return error;
        notify.success(t(retiring && answer === 'concur' ? 'retire.done' : `${answer}.done`));
        onDone();
      }}
    >
      <Facts
        items={[
          [t('decide.current'), <GradeBadge key="c" grade={risk.grade} />],
          risk.retiring
            ? [t('retire.ground'), ground.label(risk.retiring)]
            : [t('field.endorsedGrade'), <GradeBadge key="e" grade={risk.endorsedGrade} />],
        ]}
      />
      <p className="hint">
        {t(retiring && answer === 'concur' ? 'retire.concur' : `${answer}.intro`)}
      </p>
      <Form.Item
        name="reason"
        label={t('decide.reason')}
        rules={
          answer === 'refuse'
            ? [{ required: true, whitespace: true, message: t('refuse.need') }]
            : []
        }
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </Dialog>
  );
}
