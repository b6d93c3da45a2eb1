import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { WarningRulesQuery, type WarningRule, type WarningRules } from './query';
import { RuleEditor } from './RuleEditor';
import { RuleParameters } from './RuleParameters';
import { SwitchDialog, type Switch } from './SwitchDialog';
import { formatTime } from '@/lib/format';
import { text, useUrlState } from '@/lib/urlState';
import { useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';
import './warning.css';

const spec = { unit: text };

/** What is warned of in a unit, by which rules. */
export function Component() {
  const { t } = useTranslation('warning');
  const viewer = useViewer();
  const [state, change] = useUrlState(spec);
  const unit = state.unit ?? viewer.homeUnits[0]?.id;
  return (
    <>
      <PageHeader title={t('rules.title')} crumbs={[{ title: t('title'), to: '/warnings' }]} />
      <section className="panel filter-bar" aria-label={t('filter')}>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={unit}
              onChange={(next) => change({ unit: next })}
              className="filter-unit"
            />
          )}
        </Field>
        <span className="hint-inline">{t('rules.intro')}</span>
      </section>
      {unit ? <OfUnit key={unit} unitId={unit} /> : <Empty text={t('rules.pickUnit')} />}
    </>
  );
}

/** `null` writes a new rule. */
type Writing = { rule: WarningRule | null } | null;

function OfUnit({ unitId }: { unitId: string }) {
  const { t } = useTranslation('warning');
  const [result, reload] = useQuery({
    query: WarningRulesQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  const [writing, setWriting] = useState<Writing>(null);
  const [switching, setSwitching] = useState<Switch | null>(null);
  const again = () => {
    setWriting(null);
    reload({ requestPolicy: 'network-only' });
  };
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ warningRules }) => (
        <>
          {writing && (
            <RuleEditor
              key={writing.rule?.code ?? ''}
              unitId={warningRules.unit.id}
              from={writing.rule}
              onClose={() => setWriting(null)}
              onSaved={again}
            />
          )}
          {switching && (
            <SwitchDialog
              unitId={warningRules.unit.id}
              of={switching}
              onClose={() => setSwitching(null)}
              onDone={again}
            />
          )}
          <section className="panel" aria-label={t('rules.inForce')}>
            <h2 className="panel-head">
              {t('rules.inForce')}
              {warningRules.mayChange && !writing && (
                <Button type="primary" onClick={() => setWriting({ rule: null })}>
                  {t('rules.new')}
                </Button>
              )}
            </h2>
            <ul className="rule-list">
              {warningRules.rules.map((rule) => (
                <RuleView
                  key={rule.code}
                  rule={rule}
                  rules={warningRules}
                  onWrite={() => setWriting({ rule })}
                  onSwitch={setSwitching}
                />
              ))}
            </ul>
          </section>
        </>
      )}
    </Query>
  );
}

interface ViewProps {
  rule: WarningRule;
  rules: WarningRules;
  onWrite: () => void;
  onSwitch: (what: Switch) => void;
}

function RuleView({ rule, rules, onWrite, onSwitch }: ViewProps) {
  const { t } = useTranslation('warning');
  const here = rule.setOn?.id === rules.unit.id;
  return (
    <li className="warning-rule">
      <p className="warning-lead">
        {rule.name && <strong>{rule.name} </strong>}
        <span className={rule.on ? 'tag tag-good' : 'tag'}>
          {t(rule.on ? 'rules.on' : 'rules.off')}
        </span>{' '}
        <span className="tag">{t(rule.builtin ? 'rules.builtin' : 'rules.own')}</span>{' '}
        {rule.sentence}
      </p>
      <p className="hint">
        {rule.setOn
          ? t('rules.setBy', {
              unit: rule.setOn.name,
              version: rule.version,
              name: rule.setBy,
              at: formatTime(rule.setAt),
              reason: rule.reason,
            })
          : t('rules.asDelivered')}
      </p>
      <details>
        <summary>{t('rules.parameters')}</summary>
        <RuleParameters rule={rule} />
        {rule.asks && (
          <p>
            {t('asks')}：{rule.asks}
          </p>
        )}
      </details>
      {rules.mayChange && (
        <div className="step-actions">
          <Button onClick={onWrite}>{t('rules.change')}</Button>
          <Button onClick={() => onSwitch({ rule, how: rule.on ? 'off' : 'on' })}>
            {t(rule.on ? 'rules.switchOff' : 'rules.switchOn')}
          </Button>
          {here && (
            <Button onClick={() => onSwitch({ rule, how: 'withdraw' })}>
              {t('rules.withdraw')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
