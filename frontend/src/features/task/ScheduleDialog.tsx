import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import type { Measure } from './measure';
import { ScheduleTasksMutation, type Schedule } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { useNotify } from '@/ui/notify';
import { PersonSelect } from '@/ui/PersonSelect';

interface Values {
  work?: string;
  every: Enum<'Recurrence'>;
  personId?: string;
  wantsFile?: boolean;
  startsOn?: string;
}

interface Props {
  kind: Enum<'TaskKind'>;
  measure: Measure;
  schedule?: Schedule;
  onClose: () => void;
  onDone: () => void;
}

/** Says how often a measure is worked on, or its effect checked, and by whom. */
export function ScheduleDialog({ kind, measure, schedule, onClose, onDone }: Props) {
  const { t } = useTranslation('task');
  const rhythm = useEnum('Recurrence');
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [, send] = useMutation(ScheduleTasksMutation);
  return (
    <Dialog<Values>
      title={t(`set.${kind}`)}
      open
      onClose={onClose}
      form={form}
      initialValues={{
        every: schedule?.every ?? (kind === 'EFFECT' ? 'HALF_YEARLY' : 'MONTHLY'),
        work: schedule?.work ?? '',
        personId: schedule?.person?.id,
        wantsFile: schedule?.wantsFile ?? false,
      }}
      submit={async ({ work = '', every, personId, wantsFile = false, startsOn }) => {
        const { error } = await send({
          input: {
            measures: [{ measureId: measure.id, expectedVersion: schedule?.version ?? 0 }],
            kind,
            work,
            every,
            personId,
            wantsFile,
            startsOn,
          },
        });
        if (error) return error;
        notify.success(t('scheduled'));
        onDone();
      }}
    >
      <p className="hint">{t(`about.${kind}`)}</p>
      {measure.frequency && <p className="hint">{t('frequency', { text: measure.frequency })}</p>}
      <Form.Item name="every" label={t('field.every')} rules={[{ required: true }]}>
        <Radio.Group options={rhythm.options} />
      </Form.Item>
      <Form.Item name="work" label={t('field.work')} extra={t('workHint')}>
        <Input.TextArea rows={3} maxLength={1000} showCount placeholder={measure.content} />
      </Form.Item>
      <Form.Item name="personId" label={t('field.person')} extra={t(`usual.${kind}`)}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="startsOn" label={t('field.startsOn')} extra={t('startsHint')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="wantsFile" valuePropName="checked">
        <Checkbox>{t('field.wantsFile')}</Checkbox>
      </Form.Item>
    </Dialog>
  );
}
