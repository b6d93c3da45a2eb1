import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { GradeInputFields, type GradeValues } from '../GradeInputFields';
import { ProposeGradeMutation } from './mutations';
import type { DialogProps } from './dialogProps';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

type Values = GradeValues & { reason?: string };

export function ProposeDialog({ risk, open, onClose, onDone }: DialogProps) {
  const { t } = useTranslation(['risk', 'common']);
  const [form] = Form.useForm<Values>();
  const [, propose] = useMutation(ProposeGradeMutation);
  const notify = useNotify();
  return (
    <Dialog<Values>
      title={t('risk:propose.title')}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{
        likelihood: risk.likelihood ?? undefined,
        severity: risk.severity ?? undefined,
        consequence: risk.consequence ?? undefined,
        unlimitedPower: risk.unlimitedPower,
        pastBreach: risk.pastBreach,
      }}
      submit={async ({ reason, ...assessment }) => {
        const { data, error } = await propose({
          input: {
            riskPointId: risk.id,
            expectedVersion: risk.version,
            assessment,
            reason: reason ?? '',
          },
        });
        if (error) return error;
        const grade = data?.proposeGrade.riskPoint.proposedGrade;
        notify.success(
          t('risk:propose.done', {
            grade: grade ? `${grade} ${t(`common:grade.${grade}`)}` : '',
          }),
        );
        onDone();
      }}
    >
      <p>{t('risk:propose.intro')}</p>
      <GradeInputFields />
      <Form.Item name="reason" label={t('risk:decide.reason')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </Dialog>
  );
}
