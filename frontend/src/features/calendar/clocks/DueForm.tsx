import { useEffect, useState } from 'react';
import { Button, Form, InputNumber, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ClockDueQuery, type ClockAnswer, type ClockRule } from './query';
import { basesText } from './rule';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { DateInput } from '@/ui/DateInput';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';

interface Pause {
  kind?: Enum<'PauseKind'>;
  from?: string;
  to?: string;
}

interface Values {
  number?: number | null;
  countedIn?: Enum<'ClockUnit'>;
  start?: string;
  extended?: number | null;
  pauses?: Pause[];
}

interface Props {
  unitId: string;
  rules: ClockRule[];
  /** The rule by which it is counted; none for the number alone. */
  code: string | undefined;
  onCode: (code: string | undefined) => void;
}

/** Works out when a time limit ends by a rule that holds on the unit, or by the number alone, and tells how. */
export function DueForm({ unitId, rules, code, onCode }: Props) {
  const { t } = useTranslation('clock');
  const client = useClient();
  const [form] = Form.useForm<Values>();
  const units = useEnum('ClockUnit');
  const rule = rules.find((one) => one.code === code);
  const [told, setTold] = useState<{ by: string | undefined; answer: ClockAnswer } | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // What one rule leaves open another may say.
    form.setFieldsValue({ number: null, countedIn: undefined, extended: null });
  }, [form, code]);

  const ask = async (values: Values) => {
    setBusy(true);
    const input = {
      ruleCode: rule?.code ?? null,
      unitId: rule ? unitId : null,
      number: values.number ?? null,
      countedIn: values.countedIn ?? null,
      start: values.start ?? '',
      extended: values.extended ?? 0,
      pauses: (values.pauses ?? []).map(({ kind, from, to }) => ({
        kind: kind ?? 'OTHER',
        from: from ?? '',
        to: to ?? null,
      })),
    };
    const { data, error } = await client
      .query(ClockDueQuery, { input }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    setProblems(error ? placeProblems(form, problemsOf(error)) : []);
    setTold(data ? { by: rule?.code, answer: data.clockDue } : null);
  };

  return (
    <section className="panel" id="clock-try" aria-labelledby="clock-due">
      <h2 id="clock-due">{t('due.title')}</h2>
      <p className="hint">{t('due.intro')}</p>
      <ErrorState problems={problems} />
      <Form<Values> form={form} layout="vertical" onFinish={(values) => void ask(values)}>
        <div className="calendar-form">
          <Field label={t('due.rule')}>
            {(id) => (
              <Select
                id={id}
                allowClear
                placeholder={t('due.noRule')}
                value={rule?.code}
                options={rules.map((one) => ({ value: one.code, label: one.name }))}
                onChange={(next: string | undefined) => onCode(next)}
              />
            )}
          </Field>
          <Form.Item name="start" label={t('due.start')} rules={[{ required: true }]}>
            <DateInput />
          </Form.Item>
          {rule?.number == null && (
            <Form.Item name="number" label={t('due.number')} rules={[{ required: true }]}>
              <InputNumber min={1} max={3660} precision={0} />
            </Form.Item>
          )}
          {rule?.countedIn == null && (
            <Form.Item name="countedIn" label={t('due.countedIn')}>
              <Select
                allowClear
                placeholder={rule ? t('due.byRule') : undefined}
                options={units.options as { value: string; label: string }[]}
              />
            </Form.Item>
          )}
          {!!rule?.extension && (
            <Form.Item name="extended" label={t('due.extended', { most: rule.extension })}>
              <InputNumber min={0} max={rule.extension} precision={0} />
            </Form.Item>
          )}
        </div>
        {rule && <p className="hint">{rule.words}</p>}
        <Pauses rule={rule} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('due.ask')}
        </Button>
      </Form>
      {told && told.by === rule?.code && <Answer answer={told.answer} />}
    </section>
  );
}

function Pauses({ rule }: { rule: ClockRule | undefined }) {
  const { t } = useTranslation('clock');
  const kinds = useEnum('PauseKind');
  if (rule?.pauses.length === 0) return null;
  return (
    <Form.List name="pauses">
      {(fields, { add, remove }) => (
        <fieldset className="calendar-ranges">
          <legend>{t('due.pauses')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="calendar-range">
              <Form.Item
                name={[name, 'kind']}
                rules={[{ required: true, message: t('due.needKind') }]}
              >
                <Select
                  aria-label={t('due.pauseKind')}
                  placeholder={t('due.pauseKind')}
                  options={kinds.options as { value: string; label: string }[]}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'from']}
                rules={[{ required: true, message: t('due.needDay') }]}
              >
                <DateInput aria-label={t('due.pauseFrom')} />
              </Form.Item>
              <Form.Item name={[name, 'to']}>
                <DateInput aria-label={t('due.lasts')} />
              </Form.Item>
              <Button
                aria-label={t('due.removePause')}
                icon={<DeleteOutlined />}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {t('due.addPause')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** When a time limit ends, and the steps by which it was reached. */
export function Answer({ answer }: { answer: ClockAnswer }) {
  const { t } = useTranslation('clock');
  return (
    <div className="calendar-answer" role="status">
      <p className="calendar-due">
        {answer.state === 'KNOWN' && t('due.known', { day: answer.due })}
        {answer.state === 'NO_DATA' &&
          t('due.noData', { year: answer.missingYear, day: answer.notBefore })}
        {answer.state === 'STOPPED' && t('due.stopped', { day: answer.notBefore })}
      </p>
      <ol>
        {answer.steps.map((step, n) => (
          <li key={n}>{step.text}</li>
        ))}
      </ol>
      {answer.bases.length > 0 && (
        <p className="hint">
          {t('due.bases')}
          {basesText(answer.bases)}
        </p>
      )}
    </div>
  );
}
