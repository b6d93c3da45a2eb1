import { useState } from 'react';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation, type CombinedError } from 'urql';
import {
  SetWarningRuleMutation,
  TryWarningRuleQuery,
  type RuleTrial,
  type WarningRule,
} from './query';
import { fieldOf, firstRule, toInput, type RuleInput } from './rule';
import { TrialView } from './TrialView';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { daysBefore } from '@/lib/format';
import { placeProblems } from '@/lib/forms';
import { CheckboxGroup } from '@/ui/CheckboxGroup';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';
import { ReasonField } from '@/ui/ReasonField';

interface Props {
  unitId: string;
  /** The rule that is set anew; null for one of the body's own. */
  from: WarningRule | null;
  onClose: () => void;
  onSaved: () => void;
}

type Values = RuleInput & { reason: string };

const tiers: Enum<'Role'>[] = [
  'STAFF',
  'DEPT_HEAD',
  'LEADER_IN_CHARGE',
  'PRINCIPAL_LEADER',
  'INSPECTOR',
  'LEADING_GROUP',
];

/** Sets a rule on a bureau; what it would raise is looked at on the way. */
export function RuleEditor({ unitId, from, onClose, onSaved }: Props) {
  const { t } = useTranslation('warning');
  const client = useClient();
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [, set] = useMutation(SetWarningRuleMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState<'try' | 'save' | null>(null);
  const [tried, setTried] = useState<{ trial: RuleTrial; of: string } | null>(null);
  const start = from ? toInput(from) : firstRule;
  const watched: unknown = Form.useWatch([], form);
  const values = { ...start, ...(watched as Partial<Values> | undefined) };
  const rule = toInput(values);

  const failed = (error: CombinedError) =>
    setProblems(
      placeProblems(
        form,
        problemsOf(error).map((p) => ({ ...p, field: p.field && fieldOf(p.field) })),
      ),
    );
  const look = async () => {
    setBusy('try');
    setProblems([]);
    const input = { unitId, rule, since: daysBefore(365, new Date()) };
    const { data, error } = await client
      .query(TryWarningRuleQuery, { input }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(null);
    setTried(data ? { trial: data.tryWarningRule, of: JSON.stringify(rule) } : null);
    if (error) failed(error);
  };
  const send = async ({ reason }: Values) => {
    setBusy('save');
    setProblems([]);
    const { error } = await set({
      input: {
        unitId,
        code: from?.code,
        expectedVersion: from?.version ?? 0,
        on: true,
        rule,
        reason,
      },
    });
    setBusy(null);
    if (error) {
      failed(error);
      return;
    }
    notify.success(t('rules.saved'));
    onSaved();
  };
  const title = from ? t('rules.edit') : t('rules.new');
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ErrorState problems={problems} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={(all) => void send(all)}
      >
        <RuleFields kind={values.kind} builtin={from?.builtin ?? false} isNew={!from} />
        {tried && <TrialView trial={tried.trial} stale={tried.of !== JSON.stringify(rule)} />}
        <ReasonField />
        <div className="step-actions">
          <Button onClick={() => void look()} loading={busy === 'try'} disabled={busy === 'save'}>
            {t('rules.try')}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={busy === 'save'}
            disabled={busy === 'try'}
          >
            {t('rules.keep')}
          </Button>
          <Button onClick={onClose}>{t('rules.cancel')}</Button>
        </div>
      </Form>
    </section>
  );
}

interface FieldsProps {
  kind: Enum<'WarningKind'>;
  builtin: boolean;
  isNew: boolean;
}

function RuleFields({ kind, builtin, isNew }: FieldsProps) {
  const { t } = useTranslation('warning');
  const kinds = useEnum('WarningKind');
  const colours = useEnum('WarningColour');
  const severities = useEnum('BalanceSeverity');
  const roles = useEnum('Role');
  const units = useEnum('ClockUnit');
  return (
    <>
      {!builtin && (
        <Form.Item
          name="name"
          label={t('rules.name')}
          rules={[{ required: true, whitespace: true, max: 100 }]}
        >
          <Input />
        </Form.Item>
      )}
      <Form.Item name="kind" label={t('kind')}>
        <Select options={kinds.options} disabled={!isNew} />
      </Form.Item>
      <Form.Item name="grades" label={t('rules.grades')} extra={t('rules.gradesHint')}>
        <CheckboxGroup options={['A', 'B', 'C'].map((value) => ({ value, label: value }))} />
      </Form.Item>
      {kind === 'BALANCE_CONFLICT' && (
        <Form.Item name="severities" label={t('rules.severities')}>
          <CheckboxGroup options={severities.options} />
        </Form.Item>
      )}
      <Form.Item name="days" label={t('rules.days')} extra={t('rules.daysHint')}>
        <InputNumber min={0} max={730} precision={0} />
      </Form.Item>
      <Form.Item name="colour" label={t('head.colour')}>
        <Radio.Group options={colours.options} />
      </Form.Item>
      <Form.Item name="to" label={t('rules.to')}>
        <Select options={tiers.map((value) => ({ value, label: roles.label(value) }))} />
      </Form.Item>
      <div className="warning-fields">
        <Form.Item name="answerIn" label={t('rules.answerIn')}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="hopIn" label={t('rules.hopIn')}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="countedIn" label={t('rules.countedIn')}>
          <Select
            options={(['WORKING_DAYS', 'CALENDAR_DAYS'] as const).map((value) => ({
              value,
              label: units.label(value),
            }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="asks" label={t('asks')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </>
  );
}
