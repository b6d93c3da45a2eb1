import { useState } from 'react';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { NowSet } from './NowSet';
import {
  CheckCalendarQuery,
  DropCalendarMutation,
  SetCalendarMutation,
  type Check,
  type YearCalendar,
} from './query';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { DateInput } from '@/ui/DateInput';
import { Dialog } from '@/ui/Dialog';
import { isStale } from '@/ui/edit/problems';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  open: boolean;
  calendar: YearCalendar;
  onClose: () => void;
  onSaved: () => void;
  /** Somebody else has set the year: what holds now is to be read again. What was typed stays. */
  onStale: () => void;
}

type Row = YearCalendar['ranges'][number];

interface Values {
  source: string;
  confirmed: boolean;
  ranges: Row[];
  reason: string;
}

/** Sets the days off and make-up working days of a year; what is unusual is told before it is saved. */
export function CorrectDialog({ open, calendar, onClose, onSaved, onStale }: Props) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<Values>();
  const client = useClient();
  const notify = useNotify();
  const [, save] = useMutation(SetCalendarMutation);
  const [checked, setChecked] = useState<Check | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [stale, setStale] = useState(false);

  const look = async () => {
    const ranges = (form.getFieldValue('ranges') as Row[]).map(rowOf);
    const { data, error } = await client
      .query(CheckCalendarQuery, { year: calendar.year, ranges }, { requestPolicy: 'network-only' })
      .toPromise();
    setProblems(error ? problemsOf(error) : []);
    setChecked(data?.checkWorkingCalendar ?? null);
  };

  return (
    <Dialog<Values>
      title={t('setTitle', { year: calendar.year })}
      open={open}
      onClose={() => {
        setChecked(null);
        setProblems([]);
        setStale(false);
        onClose();
      }}
      form={form}
      initialValues={{
        source: calendar.source,
        confirmed: calendar.confirmed,
        ranges: calendar.ranges.map(rowOf),
      }}
      okText={t('save')}
      width={760}
      submit={async ({ source, confirmed, ranges, reason }) => {
        const { error } = await save({
          input: {
            year: calendar.year,
            expectedVersion: calendar.version,
            source,
            confirmed,
            ranges: ranges.map(rowOf),
            reason,
          },
        });
        const old = problemsOf(error).some(isStale);
        setStale(old);
        if (old) onStale();
        if (error) return error;
        notify.success(t('saved'));
        onSaved();
      }}
    >
      {stale && <NowSet calendar={calendar} />}
      <Form.Item
        name="source"
        label={t('source')}
        extra={t('sourceHint')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="confirmed" valuePropName="checked">
        <Checkbox>{t('confirmedBox')}</Checkbox>
      </Form.Item>
      <Form.List name="ranges">
        {(fields, { add, remove }) => (
          <fieldset className="calendar-ranges">
            <legend>{t('ranges')}</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="calendar-range">
                <RangeFields at={name} year={calendar.year} />
                <Button
                  aria-label={t('removeRange')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ mark: 'OFF', name: '' })}>
              {t('addRange')}
            </Button>{' '}
            <Button onClick={() => void look()}>{t('check')}</Button>
          </fieldset>
        )}
      </Form.List>
      <div role="status">
        <ErrorState problems={problems} />
        {checked && <p>{t('wouldBe', { count: checked.workingDays })}</p>}
        {checked?.hints.length === 0 && <p className="hint">{t('noHints')}</p>}
        <ul className="calendar-hints">
          {checked?.hints.map((hint) => (
            <li key={`${hint.code} ${hint.on}`}>{hint.message}</li>
          ))}
        </ul>
      </div>
      <ReasonField />
    </Dialog>
  );
}

/** A row of the form as the API takes it; one without a last day is one day long. */
function rowOf({ from, to, mark, name }: Row): Row {
  return { from, to: to || from, mark, name: name ?? '' };
}

function RangeFields({ at, year }: { at: number; year: number }) {
  const { t } = useTranslation('calendar');
  const marks = useEnum('DayMark');
  const bounds = { min: `${year}-01-01`, max: `${year}-12-31` };
  return (
    <>
      <Form.Item name={[at, 'from']} rules={[{ required: true, message: t('needDay') }]}>
        <DateInput aria-label={t('from')} {...bounds} />
      </Form.Item>
      <Form.Item name={[at, 'to']}>
        <DateInput aria-label={t('to')} {...bounds} />
      </Form.Item>
      <Form.Item name={[at, 'mark']}>
        <Select
          aria-label={t('mark')}
          options={marks.options as { value: string; label: string }[]}
        />
      </Form.Item>
      <Form.Item name={[at, 'name']}>
        <Input aria-label={t('holiday')} placeholder={t('holiday')} maxLength={50} />
      </Form.Item>
    </>
  );
}

/** Takes back what was set for a year. */
export function DropDialog({ open, calendar, onClose, onSaved, onStale }: Props) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<{ reason: string }>();
  const notify = useNotify();
  const [stale, setStale] = useState(false);
  const [, drop] = useMutation(DropCalendarMutation);
  return (
    <Dialog<{ reason: string }>
      title={t('dropTitle', { year: calendar.year })}
      open={open}
      onClose={onClose}
      form={form}
      danger
      submit={async ({ reason }) => {
        const { error } = await drop({
          input: { year: calendar.year, expectedVersion: calendar.version, reason },
        });
        const old = problemsOf(error).some(isStale);
        setStale(old);
        if (old) onStale();
        if (error) return error;
        notify.success(t('dropped'));
        onSaved();
      }}
    >
      {stale && <NowSet calendar={calendar} />}
      <p>{t('dropIntro')}</p>
      <ReasonField />
    </Dialog>
  );
}
