import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { DecideGradeMutation } from './mutations';
import type { DialogProps } from './RiskActions';
import type { Enum } from '@/gql';
import { Dialog } from '@/ui/Dialog';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { useNotify } from '@/ui/notify';

interface Values {
  grade: Enum<'Grade'>;
  reason?: string;
}

export function DecideDialog({ risk, open, onClose, onDone }: DialogProps) {
  const { t } = useTranslation(['risk', 'common']);
  const [form] = Form.useForm<Values>();
  const [, decide] = useMutation(DecideGradeMutation);
  const notify = useNotify();
  const grades = risk.decidableGrades;
  const proposed = risk.proposedGrade;
  return (
    <Dialog<Values>
      title={t('risk:decide.title')}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{ grade: proposed && grades.includes(proposed) ? proposed : undefined }}
      submit={async ({ grade, reason = '' }) => {
        const { error } = await decide({
          input: { riskPointId: risk.id, expectedVersion: risk.version, grade, reason },
        });
        if (error) return error;
        notify.success(t('risk:decide.done', { grade: `${grade} ${t(`common:grade.${grade}`)}` }));
        onDone();
      }}
    >
      <Facts
        items={[
          [t('risk:decide.current'), <GradeBadge key="c" grade={risk.grade} />],
          [t('risk:decide.proposal'), <GradeBadge key="p" grade={proposed} />],
        ]}
      />
      <p className="hint">{t('risk:decide.who')}</p>
      <Form.Item
        name="grade"
        label={t('risk:decide.grade')}
        rules={[{ required: true, message: t('risk:decide.pick') }]}
      >
        <Radio.Group>
          {grades.map((grade) => (
            <Radio key={grade} value={grade}>
              <GradeBadge grade={grade} />
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('risk:decide.reason')}
        extra={t('risk:decide.reasonNeeded')}
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </Dialog>
  );
}
