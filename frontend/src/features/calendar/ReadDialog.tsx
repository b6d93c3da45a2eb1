import { useState } from 'react';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { NowSet } from './NowSet';
import { ReadCalendarQuery, SetCalendarMutation, type Reading, type YearCalendar } from './query';
import { YearView } from './YearView';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
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
  /** Somebody else has set the year: what holds now is to be read again. */
  onStale: () => void;
}

interface Values {
  text: string;
  source: string;
  confirmed: boolean;
  reason: string;
}

/** Enters a whole year from the text of its notice; what it would be is looked at before it can be saved. */
export function ReadDialog({ open, calendar, onClose, onSaved, onStale }: Props) {
  const { t } = useTranslation('calendar');
  const [form] = Form.useForm<Values>();
  const client = useClient();
  const notify = useNotify();
  const [, save] = useMutation(SetCalendarMutation);
  // What was read, and of which text.
  const [read, setRead] = useState<{ of: string; reading: Reading } | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const text = Form.useWatch('text', form);
  const current = read && read.of === text ? read.reading : null;

  const look = async () => {
    const of = form.getFieldValue('text') as string;
    setBusy(true);
    const { data, error } = await client
      .query(
        ReadCalendarQuery,
        { year: calendar.year, text: of ?? '' },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    setBusy(false);
    setProblems(problemsOf(error));
    setRead(data ? { of, reading: data.readWorkingCalendar } : null);
  };

  return (
    <Dialog<Values>
      title={t('read.title', { year: calendar.year })}
      open={open}
      onClose={() => {
        setRead(null);
        setProblems([]);
        setStale(false);
        onClose();
      }}
      form={form}
      okText={t('save')}
      okDisabled={!current?.check}
      width={960}
      submit={async ({ source, confirmed, reason }) => {
        const { error } = await save({
          input: {
            year: calendar.year,
            expectedVersion: calendar.version,
            source,
            confirmed: !!confirmed,
            ranges: current?.ranges ?? [],
            reason,
          },
        });
        const old = problemsOf(error).some(isStale);
        setStale(old);
        if (old) {
          // What it would change is to be looked at again; what was typed stays.
          setRead(null);
          onStale();
        }
        if (error) return error;
        setRead(null);
        notify.success(t('saved'));
        onSaved();
      }}
    >
      {stale && <NowSet calendar={calendar} />}
      <Form.Item name="text" label={t('read.text')} extra={t('read.hint')}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 14 }} placeholder={t('read.example')} />
      </Form.Item>
      <Button onClick={() => void look()} loading={busy}>
        {t('read.look')}
      </Button>
      <div role="status" className="calendar-reading">
        <ErrorState problems={problems} />
        {current && <ReadingView reading={current} year={calendar.year} />}
      </div>
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
      <ReasonField />
    </Dialog>
  );
}

function ReadingView({ reading, year }: { reading: Reading; year: number }) {
  const { t } = useTranslation('calendar');
  const kinds = useEnum('DayKind');
  const { faults, leftOut, check, workingDaysNow, changes, ranges } = reading;
  return (
    <>
      {faults.length > 0 && <Lines title={t('read.faults')} lines={faults} wrong />}
      {leftOut.length > 0 && <Lines title={t('read.leftOut')} lines={leftOut} />}
      {check && (
        <>
          <p>
            <strong>{t('wouldBe', { count: check.workingDays })}</strong>{' '}
            {workingDaysNow === null
              ? t('read.noneNow')
              : t('read.now', {
                  count: workingDaysNow,
                  more: signed(check.workingDays - workingDaysNow),
                })}
          </p>
          <ul className="calendar-hints">
            {check.hints.map((hint) => (
              <li key={`${hint.code} ${hint.on}`}>{hint.message}</li>
            ))}
          </ul>
          {changes.length > 0 && (
            <>
              <p>{t('read.changes', { count: changes.length })}</p>
              <ul className="calendar-changes">
                {changes.map(({ on, was, becomes }) => (
                  <li key={on}>
                    {on}　{kinds.label(was)} → {kinds.label(becomes)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {changes.length === 0 && workingDaysNow !== null && <p>{t('read.same')}</p>}
          <YearView
            calendar={{ year, days: check.days, ranges }}
            label={t('read.preview')}
            changed={new Set(changes.map(({ on }) => on))}
          />
        </>
      )}
    </>
  );
}

function signed(n: number): string {
  return n > 0 ? `+${n}` : String(n).replace('-', '−');
}

interface LinesProps {
  title: string;
  lines: Reading['faults'];
  wrong?: boolean;
}

function Lines({ title, lines, wrong = false }: LinesProps) {
  const { t } = useTranslation('calendar');
  return (
    <>
      <p>{title}</p>
      <ul className={wrong ? 'calendar-hints' : 'calendar-left-out'}>
        {lines.map(({ line, text, message }, n) => (
          <li key={n}>
            <strong>{t('read.line', { line })}</strong> {message}
            <div className="hint">{text}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
