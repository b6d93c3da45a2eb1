import { useState } from 'react';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { withDecimalAt } from './decimal';
import { periodOf, periodsUntil, plusDays } from './period';
import { IndicatorQuery, RecordReadingsMutation, type Indicator } from './query';
import { useWords } from './useWords';
import { problemsOf } from '@/lib/errors';
import { today } from '@/lib/format';
import { EditDialog } from '@/ui/edit/EditDialog';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Values {
  /** First day of the period. */
  period: string;
  value?: string;
  note?: string;
  /** The period whose value is corrected; another one that is chosen later is not. */
  corrects?: string;
}

interface Props {
  /** Of the indicator. */
  id: string;
  onClose: () => void;
  onDone: () => void;
}

/** Records the value of a period, or corrects it; it is read anew what was recorded of it. */
export function RecordDialog({ id, onClose, onDone }: Props) {
  const [{ data, error }, reload] = useQuery({
    query: IndicatorQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  if (error) return <ErrorState error={error} onRetry={() => reload()} />;
  if (data?.node?.__typename !== 'Indicator') return null;
  return <Recording indicator={data.node} onClose={onClose} onDone={onDone} />;
}

interface RecordingProps {
  indicator: Indicator;
  onClose: () => void;
  onDone: () => void;
}

function Recording({ indicator, onClose, onDone }: RecordingProps) {
  const { t } = useTranslation('indicator');
  const words = useWords();
  const notify = useNotify();
  const [, record] = useMutation(RecordReadingsMutation);
  const { id, every, measuredIn, owed } = indicator;
  // The server may count another day than this machine.
  const now = periodOf(
    every,
    owed && plusDays(owed.to, 1) > today() ? plusDays(owed.to, 1) : today(),
  );
  // What the server has told to be recorded beyond the recent readings.
  const [told, setTold] = useState<string[]>([]);
  return (
    <EditDialog<Values>
      title={t('recording.title', { name: indicator.name })}
      intro={t('recording.keepsTo', { limit: words.limit(indicator) })}
      start={{
        period: (owed ?? now).from,
        value: undefined,
        note: undefined,
        corrects: undefined,
      }}
      draft={`indicator/record/${id}`}
      submitLabel={t('recording.send')}
      fieldOf={(path) => path.replace(/^(input\.)?readings\.\d+\./, '')}
      onClose={onClose}
      send={async ({ period, value = '', note = '', corrects }) => {
        const reading = {
          indicatorId: id,
          period,
          value: value.trim(),
          note,
          corrects: corrects === period,
        };
        const { data, error } = await record({ input: { readings: [reading] } });
        if (error) {
          const exists = problemsOf(error).some(({ reason }) => reason === 'READING_EXISTS');
          if (exists) setTold((before) => [...before, period]);
          return { error: withDecimalAt('value', error) };
        }
        return {
          done: () => {
            const [outcome] = data?.recordReadings.outcomes ?? [];
            const said = t(`recording.done.${outcome?.fate ?? 'RECORDED'}`, {
              period: words.periodFrom(every, period),
            });
            notify.success(outcome?.over ? t('recording.doneOver', { said }) : said);
            onDone();
          },
        };
      }}
    >
      <Form.Item name="period" label={t('field.period')} rules={[{ required: true }]}>
        <Select<string>
          showSearch={{ optionFilterProp: 'label' }}
          options={periodsUntil(every, now.from).map((period) => {
            const text = words.period(every, period);
            const had = indicator.recent.find(({ from }) => from === period.from);
            return {
              value: period.from,
              label: had
                ? t('recording.periodRead', {
                    period: text,
                    amount: words.amount(had.value, measuredIn),
                  })
                : text,
            };
          })}
        />
      </Form.Item>
      <Form.Item
        name="value"
        label={t('field.value')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input
          suffix={measuredIn}
          inputMode="decimal"
          autoComplete="off"
          className="indicator-number"
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['period', 'corrects']}>
        {({ getFieldValue }) => {
          const period = getFieldValue('period') as string;
          const had = indicator.recent.find(({ from }) => from === period);
          const corrects = getFieldValue('corrects') === period;
          return (
            <>
              {(had ?? told.includes(period)) && (
                <Form.Item
                  name="corrects"
                  extra={had && t('recording.had', { amount: words.amount(had.value, measuredIn) })}
                >
                  <Corrects period={period} label={t('recording.correct')} />
                </Form.Item>
              )}
              <Form.Item
                name="note"
                label={t(corrects ? 'field.why' : 'field.note')}
                extra={t(corrects ? 'recording.whyHint' : 'recording.noteHint')}
                rules={corrects ? [{ required: true, whitespace: true }] : []}
              >
                <Input.TextArea rows={3} maxLength={500} showCount />
              </Form.Item>
            </>
          );
        }}
      </Form.Item>
    </EditDialog>
  );
}

interface CorrectsProps {
  /** Given by Form.Item. */
  id?: string;
  value?: string;
  onChange?: (period: string | undefined) => void;
  period: string;
  label: string;
}

/** Whether the value of a period is corrected. */
function Corrects({ id, value, onChange, period, label }: CorrectsProps) {
  return (
    <Checkbox
      id={id}
      checked={value === period}
      onChange={({ target }) => onChange?.(target.checked ? period : undefined)}
    >
      {label}
    </Checkbox>
  );
}
