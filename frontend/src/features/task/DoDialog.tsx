import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { DoTaskMutation, type OpenTask } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';

interface Values {
  note?: string;
  finding?: Enum<'TaskFinding'>;
}

interface Props {
  task: OpenTask;
  onClose: () => void;
  onDone: () => void;
}

/** Says what was done, or what a check of effect found. */
export function DoDialog({ task, onClose, onDone }: Props) {
  const { t } = useTranslation('task');
  const findings = useEnum('TaskFinding');
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [, done] = useMutation(DoTaskMutation);
  const checks = task.kind === 'EFFECT';
  return (
    <Dialog<Values>
      title={t(`do.${task.kind}`)}
      open
      onClose={onClose}
      form={form}
      okText={t('confirm')}
      submit={async ({ note = '', finding }) => {
        const { error } = await done({
          input: { taskId: task.id, expectedVersion: task.version, note, finding },
        });
        if (error) return error;
        notify.success(t('done'));
        onDone();
      }}
    >
      <p className="hint">{t(`intro.${task.kind}`)}</p>
      {checks && (
        <Form.Item name="finding" label={t('finding')} rules={[{ required: true }]}>
          <Radio.Group options={findings.options} />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={t(`noteOf.${task.kind}`)}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </Dialog>
  );
}
