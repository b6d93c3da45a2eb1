import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { OwnRuleView } from './OwnRuleView';
import { RulesQuery, type BuiltInRule, type OwnRule } from './query';
import { namedIn } from './rule';
import { RuleEditor } from './RuleEditor';
import { SwitchDialog } from './SwitchDialog';
import { useRuleWords } from './useRuleWords';
import { SeverityTag } from '../SeverityTag';
import { text, useUrlState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';
import '../balance.css';

const spec = { unit: text };

/** The rules by which the balance of a unit is judged: its own with those of units above, and the built-in ones. */
export function Component() {
  const { t } = useTranslation('balanceRules');
  const viewer = useViewer();
  const [state, change] = useUrlState(spec);
  const unitId = state.unit ?? viewer.homeUnits[0]?.id;
  return (
    <>
      <PageHeader title={t('title')} />
      <section className="panel filter-bar" aria-label={t('unit')}>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={unitId}
              onChange={(unit) => change({ unit })}
              className="filter-unit"
            />
          )}
        </Field>
        <span className="hint-inline">{t('intro')}</span>
      </section>
      {unitId ? <OfUnit key={unitId} unitId={unitId} /> : <Empty text={t('pickUnit')} />}
    </>
  );
}

type Open = { kind: 'write' | 'copy' | 'switch'; rule?: OwnRule };

function OfUnit({ unitId }: { unitId: string }) {
  const [result, reload] = useQuery({
    query: RulesQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<Open | null>(null);
  const again = () => {
    setOpen(null);
    reload({ requestPolicy: 'network-only' });
  };
  const close = () => setOpen(null);
  return (
    <Query result={result} onRetry={again} rows={6}>
      {({ ownBalanceRules, balanceRules }) => (
        <>
          {open && open.kind !== 'switch' && (
            <RuleEditor
              key={`${open.kind} ${open.rule?.id ?? ''}`}
              unitId={unitId}
              from={open.rule}
              rewrites={open.kind === 'write' && open.rule !== undefined}
              onClose={close}
              onSaved={again}
            />
          )}
          {open?.kind === 'switch' && open.rule && (
            <SwitchDialog rule={open.rule} onClose={close} onDone={again} />
          )}
          <OwnRules rules={ownBalanceRules} onOpen={setOpen} writes={open?.kind !== undefined} />
          <BuiltIn rules={balanceRules} />
        </>
      )}
    </Query>
  );
}

interface OwnProps {
  rules: OwnRule[];
  onOpen: (open: Open) => void;
  /** A rule is being written. */
  writes: boolean;
}

function OwnRules({ rules, onOpen, writes }: OwnProps) {
  const { t } = useTranslation('balanceRules');
  const viewer = useViewer();
  const words = useRuleWords(namedIn(rules));
  const mayDraft = can(viewer, 'SET_RECIPES');
  return (
    <section className="panel" aria-label={t('own')}>
      <h2 className="panel-head">
        {t('own')}
        {mayDraft && !writes && (
          <Button type="primary" onClick={() => onOpen({ kind: 'write' })}>
            {t('draftNew')}
          </Button>
        )}
      </h2>
      {rules.length === 0 ? (
        <p className="hint-inline">{t('none')}</p>
      ) : (
        <ul className="rule-list">
          {rules.map((rule) => (
            <OwnRuleView
              key={rule.id}
              rule={rule}
              words={words}
              onEdit={() => onOpen({ kind: 'write', rule })}
              onCopy={mayDraft ? () => onOpen({ kind: 'copy', rule }) : undefined}
              onSwitch={() => onOpen({ kind: 'switch', rule })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function BuiltIn({ rules }: { rules: BuiltInRule[] }) {
  const { t } = useTranslation('balanceRules');
  return (
    <section className="panel">
      <h2>{t('builtIn')}</h2>
      <p className="hint-inline">{t('builtInHint')}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('builtIn')}>
        <table className="grid-table balance-table">
          <thead>
            <tr>
              {(['rule', 'reason', 'example', 'state'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ code, name, reason, example, severity }) => (
              <tr key={code}>
                <th scope="row" className="balance-rule">
                  {name} <SeverityTag severity={severity} />
                  <div className="balance-small">
                    {t('head.code')} <code>{code}</code>
                  </div>
                </th>
                <td className="balance-text">{reason}</td>
                <td className="balance-text">{example}</td>
                <td className="nowrap">
                  <span className="tag tag-good">{t('always')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
