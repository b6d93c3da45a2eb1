import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import type { DecideGradeMutation } from './mutations';
import type { DialogProps } from './dialogProps';
import type { Enum, VariablesOf } from '@/gql';
import { Dialog } from '@/ui/Dialog';
import { Facts } from '@/ui/Facts';
import { GradeBadge } from '@/ui/GradeBadge';
import { useNotify } from '@/ui/notify';

interface Values {
  grade: Enum<'Grade'>;
  reason?: string;
}

interface Props extends DialogProps {
  kind: 'decide' | 'endorse';
  /** Grades to choose from. */
  grades: Enum<'Grade'>[];
  send: (
    input: VariablesOf<typeof DecideGradeMutation>['input'],
  ) => Promise<CombinedError | undefined>;
}

/** Chooses a grade with a reason, and says what happens next. */
export function GradeDialog({ kind, grades, send, risk, open, onClose, onDone }: Props) {
  const { t } = useTranslation(['risk', 'common']);
  const [form] = Form.useForm<Values>();
  const notify = useNotify();
  const proposed = risk.proposedGrade;
  return (
    <Dialog<Values>
      title={t(`risk:${kind}.title`)}
      open={open}
      onClose={onClose}
      form={form}
      initialValues={{ grade: proposed && grades.includes(proposed) ? proposed : undefined }}
      submit={async ({ grade, reason = '' }) => {
        const error = await send({
          riskPointId: risk.id,
          expectedVersion: risk.version,
          grade,
          reason,
        });
        if (error) return error;
        notify.success(t(`risk:${kind}.done`, { grade: `${grade} ${t(`common:grade.${grade}`)}` }));
        onDone();
      }}
    >
      <Facts
        items={[
          [t('risk:decide.current'), <GradeBadge key="c" grade={risk.grade} />],
          [t('risk:decide.proposal'), <GradeBadge key="p" grade={proposed} />],
        ]}
      />
      <p className="hint">{t(`risk:${kind}.who`)}</p>
      <Form.Item
        name="grade"
        label={t(`risk:${kind}.grade`)}
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
