import { useState } from 'react';
import { Button, Form, Input, Radio, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation, type CombinedError } from 'urql';
import { SaveRuleMutation, TryRuleQuery, type OwnRule, type Trial } from './query';
import {
  fieldOf,
  firstRule,
  fromRule,
  namedIn,
  toInput,
  type RuleInput,
  type RuleValues,
} from './rule';
import { sentence } from './sentence';
import { SideFields } from './SideFields';
import { TrialView } from './TrialView';
import { useRuleWords } from './useRuleWords';
import { problemsOf, type Problem } from '@/lib/errors';
import { useEnum } from '@/lib/enumLabel';
import { placeProblems } from '@/lib/forms';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  unitId: string;
  /** The draft to rewrite, or the rule to begin with. */
  from?: OwnRule;
  /** Whether `from` itself is rewritten. */
  rewrites: boolean;
  onClose: () => void;
  onSaved: () => void;
}

/** Writes a rule of a body's own; what it would find is looked at on the way. */
export function RuleEditor({ unitId, from, rewrites, onClose, onSaved }: Props) {
  const { t } = useTranslation('balanceRules');
  const client = useClient();
  const notify = useNotify();
  const [form] = Form.useForm<RuleValues>();
  const [, save] = useMutation(SaveRuleMutation);
  const severity = useEnum('BalanceSeverity');
  const scope = useEnum('RuleScope');
  const hand = useEnum('RuleHand');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState<'try' | 'save' | null>(null);
  const [tried, setTried] = useState<{ trial: Trial; of: RuleInput } | null>(null);
  const start = from ? fromRule(from) : firstRule;
  const watched: unknown = Form.useWatch([], form);
  const values = { ...start, ...(watched as Partial<RuleValues> | undefined) };
  const words = useRuleWords(namedIn([values]));
  const at = rewrites && from ? from.unit.id : unitId;

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
    const rule = toInput(values);
    const { data, error } = await client
      .query(TryRuleQuery, { unitId: at, rule }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(null);
    setTried(data ? { trial: data.tryBalanceRule, of: rule } : null);
    if (error) failed(error);
  };
  const send = async () => {
    setBusy('save');
    setProblems([]);
    const { error } = await save({
      input: {
        id: rewrites ? from?.id : undefined,
        expectedVersion: rewrites && from ? from.version : 0,
        unitId: at,
        rule: toInput(values),
      },
    });
    setBusy(null);
    if (error) {
      failed(error);
      return;
    }
    notify.success(t('form.saved'));
    onSaved();
  };
  const title = rewrites && from ? t('form.edit', { name: from.name }) : t('form.new');
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ErrorState problems={problems} />
      <Form<RuleValues>
        form={form}
        layout="vertical"
        initialValues={start}
        onFinish={() => void send()}
      >
        <Form.Item
          name="name"
          label={t('form.name')}
          rules={[{ required: true, whitespace: true, max: 200 }]}
        >
          <Input />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('form.reason')}
          rules={[{ required: true, whitespace: true, max: 2000 }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="example" label={t('form.example')} rules={[{ max: 2000 }]}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="severity" label={t('form.severity')}>
          <Radio.Group options={severity.options} />
        </Form.Item>
        <Form.Item name="scope" label={t('form.scope')} extra={t(`scopeHint.${values.scope}`)}>
          <Select options={scope.options} />
        </Form.Item>
        <Form.Item name="sameHand" label={t('form.sameHand')}>
          <Select options={hand.options} />
        </Form.Item>
        <p className="hint">{t('form.sideHint')}</p>
        <div className="rule-sides">
          <SideFields side="left" unitId={at} />
          <SideFields side="right" unitId={at} />
        </div>
        <p className="rule-sentence" role="status">
          <span className="hint-inline">{t('readsAs')}</span> {sentence(values, words)}
        </p>
        <Space>
          <Button onClick={() => void look()} loading={busy === 'try'} disabled={busy === 'save'}>
            {t('form.try')}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={busy === 'save'}
            disabled={busy === 'try'}
          >
            {t('form.save')}
          </Button>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
        </Space>
      </Form>
      {tried && (
        <TrialView
          trial={tried.trial}
          stale={JSON.stringify(tried.of) !== JSON.stringify(toInput(values))}
        />
      )}
    </section>
  );
}
