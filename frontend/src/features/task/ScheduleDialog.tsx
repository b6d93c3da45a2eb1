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
  keepsPerson?: boolean;
}

interface Props {
  kind: Enum<'TaskKind'>;
  /** Those that are scheduled, alike. */
  measures: Measure[];
  /** How their tasks of the kind are scheduled now. */
  schedules: Schedule[];
  onClose: () => void;
  onDone: () => void;
}

/** Says how often measures are worked on, or their effect checked, and by whom. */
export function ScheduleDialog({ kind, measures, schedules, onClose, onDone }: Props) {
  const [measure] = measures.length === 1 ? measures : [];
  const [schedule] = measure ? schedules : [];
  // Whom a schedule names is not changed unasked, where the form can't show it.
  const hidden = schedules.some((one) => one.namesPerson && !(measure && one.person));
  const { t } = useTranslation('task');
  const rhythm = useEnum('Recurrence');
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [, send] = useMutation(ScheduleTasksMutation);
  const keeping = Form.useWatch('keepsPerson', form) ?? hidden;
  const running = schedules.filter((one) => !one.stoppedReason).length;
  return (
    <Dialog<Values>
      title={measure ? t(`set.${kind}`) : t(`setMany.${kind}`, { count: measures.length })}
      open
      onClose={onClose}
      form={form}
      initialValues={{
        every: schedule?.every ?? (kind === 'EFFECT' ? 'HALF_YEARLY' : 'MONTHLY'),
        work: schedule?.work ?? '',
        personId: schedule?.person?.id,
        wantsFile: schedule?.wantsFile ?? false,
        keepsPerson: hidden,
      }}
      submit={async ({ work = '', every, personId, wantsFile, startsOn, keepsPerson }) => {
        const { error } = await send({
          input: {
            measures: measures.map(({ id }) => ({
              measureId: id,
              expectedVersion: schedules.find((one) => one.measure.id === id)?.version ?? 0,
            })),
            kind,
            work,
            every,
            personId: keepsPerson ? undefined : personId,
            keepsPerson,
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
      {!measure && running > 0 && <p>{t('some', { count: running })}</p>}
      {measure?.frequency && <p className="hint">{t('frequency', { text: measure.frequency })}</p>}
      <Form.Item name="every" label={t('field.every')} rules={[{ required: true }]}>
        <Radio.Group options={rhythm.options} />
      </Form.Item>
      <Form.Item name="work" label={t('field.work')} extra={t('workHint')}>
        <Input.TextArea rows={3} maxLength={1000} showCount placeholder={measure?.content} />
      </Form.Item>
      <Form.Item name="personId" label={t('field.person')} extra={t(`usual.${kind}`)}>
        <PersonSelect disabled={keeping} />
      </Form.Item>
      {hidden && (
        <Form.Item name="keepsPerson" valuePropName="checked">
          <Checkbox>{t(measure ? 'keepsUnseen' : 'keepsNamed')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="startsOn" label={t('field.startsOn')} extra={t('startsHint')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="wantsFile" valuePropName="checked">
        <Checkbox>{t('field.wantsFile')}</Checkbox>
      </Form.Item>
    </Dialog>
  );
}
