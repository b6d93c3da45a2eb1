import { useState } from 'react';
import { Button, Form, InputNumber, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { ClockDueQuery, ClockRulesQuery, type ClockAnswer, type ClockRule } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { useViewer } from '@/lib/viewer';
import { DateInput } from '@/ui/DateInput';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { UnitSelect } from '@/ui/UnitSelect';

interface Pause {
  kind?: Enum<'PauseKind'>;
  from?: string;
  to?: string;
}

interface Values {
  ruleCode?: string;
  number?: number | null;
  countedIn?: Enum<'ClockUnit'>;
  start?: string;
  extended?: number | null;
  pauses?: Pause[];
}

/** Works out when a time limit ends, and tells how. */
export function DueCalculator() {
  const { t } = useTranslation('calendar');
  const [unitId, setUnitId] = useState<string | undefined>(useViewer().homeUnits[0]?.id);
  const client = useClient();
  const [form] = Form.useForm<Values>();
  const units = useEnum('ClockUnit');
  const [{ data: listed }] = useQuery({
    query: ClockRulesQuery,
    variables: { unitId: unitId ?? '' },
    pause: !unitId,
  });
  const code = Form.useWatch('ruleCode', form);
  const rule = listed?.clockRules.find((one) => one.code === code);
  const [answer, setAnswer] = useState<ClockAnswer | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const ask = async (values: Values) => {
    setBusy(true);
    const input = {
      ruleCode: values.ruleCode ?? null,
      unitId: values.ruleCode ? (unitId ?? null) : null,
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
    setAnswer(data?.clockDue ?? null);
  };

  return (
    <section className="panel" aria-labelledby="calendar-due">
      <h2 id="calendar-due">{t('due.title')}</h2>
      <p className="hint">{t('due.intro')}</p>
      <ErrorState problems={problems} />
      <Form<Values> form={form} layout="vertical" onFinish={(values) => void ask(values)}>
        <div className="calendar-form">
          <Field label={t('due.unit')}>
            {(id) => (
              <UnitSelect
                from="all"
                id={id}
                value={unitId}
                onChange={(unit) => {
                  setUnitId(unit);
                  form.setFieldsValue({ ruleCode: undefined });
                }}
              />
            )}
          </Field>
          <Form.Item name="ruleCode" label={t('due.rule')}>
            <Select
              allowClear
              placeholder={t('due.noRule')}
              options={(listed?.clockRules ?? []).map((one) => ({
                value: one.code,
                label: one.name,
              }))}
              onChange={() => form.setFieldsValue({ number: null, countedIn: undefined })}
            />
          </Form.Item>
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
        <Pauses rule={rule} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('due.ask')}
        </Button>
      </Form>
      {answer && <Answer answer={answer} />}
    </section>
  );
}

function Pauses({ rule }: { rule: ClockRule | undefined }) {
  const { t } = useTranslation('calendar');
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
              <Form.Item name={[name, 'from']} rules={[{ required: true, message: t('needDay') }]}>
                <DateInput aria-label={t('from')} />
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

function Answer({ answer }: { answer: ClockAnswer }) {
  const { t } = useTranslation('calendar');
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
          {answer.bases.map(({ law, article }) => `《${law}》${article}`).join('、')}
        </p>
      )}
    </div>
  );
}
