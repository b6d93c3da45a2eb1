import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { DueForm } from './DueForm';
import { ClocksQuery, ClockVersionsQuery, type ClockRule } from './query';
import { newestOf, type Written } from './rule';
import { RuleEditor } from './RuleEditor';
import { RuleView } from './RuleView';
import { Versions } from './Versions';
import { WithdrawDialog } from './WithdrawDialog';
import '../calendar.css';
import { text, useUrlState } from '@/lib/urlState';
import { useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';

const spec = { unit: text, rule: text };

/** The rules by which time limits are counted on a unit: those of statutes, and its own with those of units above. */
export function Component() {
  const { t } = useTranslation('clock');
  const viewer = useViewer();
  const [state, change] = useUrlState(spec);
  const unitId = state.unit ?? viewer.homeUnits[0]?.id;
  return (
    <>
      <PageHeader title={t('title')} actions={<Link to="/calendar">{t('toCalendar')}</Link>} />
      <section className="panel filter-bar" aria-label={t('unit')}>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              from="all"
              id={id}
              value={unitId}
              onChange={(unit) => change({ unit, rule: undefined })}
              className="filter-unit"
            />
          )}
        </Field>
        <span className="hint-inline">{t('intro')}</span>
      </section>
      {unitId ? (
        <OfUnit
          key={unitId}
          unitId={unitId}
          tried={state.rule}
          onTry={(rule) => change({ rule })}
        />
      ) : (
        <Empty text={t('pickUnit')} />
      )}
    </>
  );
}

interface Open {
  kind: 'write' | 'withdraw';
  /** What is set anew or withdrawn; none for a new rule. */
  rule?: Written & Pick<ClockRule, 'code' | 'words'>;
}

interface OfUnitProps {
  unitId: string;
  /** Code of the rule that is tried. */
  tried: string | undefined;
  onTry: (code: string | undefined) => void;
}

function OfUnit({ unitId, tried, onTry }: OfUnitProps) {
  const { t } = useTranslation('clock');
  const [result, reload] = useQuery({
    query: ClocksQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  const [versions, reloadVersions] = useQuery({
    query: ClockVersionsQuery,
    variables: { unitId, after: null },
    requestPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<Open | null>(null);
  const again = () => {
    reload({ requestPolicy: 'network-only' });
    reloadVersions({ requestPolicy: 'network-only' });
  };
  const close = () => setOpen(null);
  const saved = () => {
    close();
    again();
  };
  const set = versions.data?.clockRuleVersions.nodes ?? [];

  return (
    <Query result={result} onRetry={again} rows={6}>
      {({ node, clockRules }) => {
        const unit = node && 'kind' in node ? node : null;
        const bureau = unit?.kind === 'BUREAU' || unit?.parent === null;
        const may = bureau && unit.allowedActions.includes('SET_RECIPES');
        const newest = (code: string) => newestOf(code, clockRules, set);
        const tryIt = ({ code }: { code: string }) => {
          onTry(code);
          document.getElementById('clock-try')?.scrollIntoView();
        };
        return (
          <>
            {open?.kind === 'write' && (
              <RuleEditor
                key={open.rule?.code ?? ''}
                unitId={unitId}
                from={open.rule}
                newest={newest}
                now={(code) => clockRules.find((rule) => rule.code === code)}
                onClose={close}
                onSaved={saved}
                onStale={again}
              />
            )}
            {open?.kind === 'withdraw' && open.rule && (
              <WithdrawDialog
                unitId={unitId}
                rule={open.rule}
                newest={newest(open.rule.code)}
                onClose={close}
                onDone={saved}
                onStale={again}
              />
            )}
            <section className="panel" aria-label={t('own')}>
              <h2 className="panel-head">
                {t('own')}
                {may && open?.kind !== 'write' && (
                  <Button type="primary" onClick={() => setOpen({ kind: 'write' })}>
                    {t('new')}
                  </Button>
                )}
              </h2>
              {!bureau && <p className="hint">{t('notBureau')}</p>}
              <Rules rules={clockRules.filter((rule) => rule.unit)} none={t('none')}>
                {(rule) => (
                  <RuleView
                    key={rule.code}
                    rule={rule}
                    here={rule.unit?.id === unitId}
                    onTry={tryIt}
                  >
                    {may && (
                      <Button size="small" onClick={() => setOpen({ kind: 'write', rule })}>
                        {t(rule.unit?.id === unitId ? 'setAnew' : 'setHere')}
                      </Button>
                    )}
                    {rule.mayChange && (
                      <Button size="small" onClick={() => setOpen({ kind: 'withdraw', rule })}>
                        {t('withdraw')}
                      </Button>
                    )}
                  </RuleView>
                )}
              </Rules>
            </section>
            <section className="panel" aria-label={t('statutes')}>
              <h2>{t('statutes')}</h2>
              <p className="hint">{t('statutesHint')}</p>
              <Rules rules={clockRules.filter((rule) => !rule.unit)} none={t('none')}>
                {(rule) => <RuleView key={rule.code} rule={rule} here={false} onTry={tryIt} />}
              </Rules>
            </section>
            <DueForm unitId={unitId} rules={clockRules} code={tried} onCode={onTry} />
            <Query result={versions} onRetry={again} rows={3}>
              {({ clockRuleVersions }) => (
                <Versions
                  unitId={unitId}
                  page={clockRuleVersions}
                  onOpen={may ? (kind, rule) => setOpen({ kind, rule }) : undefined}
                />
              )}
            </Query>
          </>
        );
      }}
    </Query>
  );
}

interface RulesProps {
  rules: ClockRule[];
  none: string;
  children: (rule: ClockRule) => ReactNode;
}

function Rules({ rules, none, children }: RulesProps) {
  if (rules.length === 0) return <p className="hint">{none}</p>;
  return <ul className="clock-rules">{rules.map(children)}</ul>;
}
