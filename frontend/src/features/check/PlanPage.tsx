import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CheckThing } from './CheckThing';
import { PlanDialog, WithdrawDialog } from './PlanDialog';
import { PlanQuery, type Plan, type Rhythm } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { text, useUrlState } from '@/lib/urlState';
import { useViewer } from '@/lib/viewer';
import { Field } from '@/ui/Field';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';
import { UnitSelect } from '@/ui/UnitSelect';
import './check.css';

const spec = { unit: text };

/** Who checks what how often in a unit, and where it goes when they are late. */
export function Component() {
  const { t } = useTranslation('check');
  const [state, change] = useUrlState(spec);
  const viewer = useViewer();
  const unit = state.unit ?? viewer.homeUnits[0]?.id;
  return (
    <>
      <PageHeader title={t('plan.title')} crumbs={[{ title: t('title'), to: '/checks' }]} />
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
      </section>
      {unit && <PlanOf key={unit} unitId={unit} />}
    </>
  );
}

function PlanOf({ unitId }: { unitId: string }) {
  const { t } = useTranslation('check');
  const [result, reload] = useQuery({
    query: PlanQuery,
    variables: { unitId },
    requestPolicy: 'cache-and-network',
  });
  const [open, setOpen] = useState<'set' | 'withdraw' | null>(null);
  const again = () => reload({ requestPolicy: 'network-only' });
  const close = () => setOpen(null);
  return (
    <section className="panel" aria-label={t('plan.title')}>
      <Query result={result} onRetry={again} rows={6}>
        {({ supervisionPlan: plan }) => (
          <>
            <p>{originOf(plan, t)}</p>
            <div className="table-scroll">
              <table className="grid-table">
                <caption className="visually-hidden">{t('plan.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('what')}</th>
                    <th scope="col">{t('plan.tier')}</th>
                    <th scope="col">{t('plan.often')}</th>
                    <th scope="col">{t('plan.sample')}</th>
                    <th scope="col">{t('plan.hops')}</th>
                  </tr>
                </thead>
                <tbody>
                  {plan.rhythms.map((rhythm) => (
                    <RhythmRow key={rhythm.grade ?? rhythm.kind} rhythm={rhythm} />
                  ))}
                </tbody>
              </table>
            </div>
            <p className="hint">
              {plan.promptMonths.length > 0
                ? t('plan.prompts', { months: plan.promptMonths.join('、') })
                : t('plan.noPrompts')}
            </p>
            {plan.mayChange && (
              <p>
                <Button type="primary" onClick={() => setOpen('set')}>
                  {t('plan.set')}
                </Button>{' '}
                {plan.setOn?.id === plan.unit.id && (
                  <Button onClick={() => setOpen('withdraw')}>{t('plan.withdraw')}</Button>
                )}
              </p>
            )}
            {open === 'set' && <PlanDialog plan={plan} onClose={close} onDone={again} />}
            {open === 'withdraw' && <WithdrawDialog plan={plan} onClose={close} onDone={again} />}
          </>
        )}
      </Query>
    </section>
  );
}

function originOf(plan: Plan, t: ReturnType<typeof useTranslation<'check'>>['t']) {
  if (!plan.setOn) return t('plan.defaults');
  return t('plan.setBy', {
    unit: plan.setOn.name,
    name: plan.setBy,
    at: formatTime(plan.setAt),
    reason: plan.reason,
  });
}

function RhythmRow({ rhythm }: { rhythm: Rhythm }) {
  const { t } = useTranslation('check');
  const roles = useEnum('Role');
  const units = useEnum('ClockUnit');
  const { kind, grade, tier, months, monthsWithA, sample, hops } = rhythm;
  return (
    <tr>
      <th scope="row">
        <CheckThing kind={kind} grade={grade} />
      </th>
      <td>{roles.label(tier)}</td>
      <td>
        {t('plan.every', { count: months })}
        {monthsWithA > 0 && (
          <div className="hint">{t('plan.everyWithA', { count: monthsWithA })}</div>
        )}
      </td>
      <td>{t('plan.drawn', { count: sample })}</td>
      <td>
        {hops.map((hop) => (
          <div key={hop.after}>
            {t('plan.hop', {
              count: hop.after,
              unit: units.label(hop.countedIn),
              to: roles.label(hop.to),
            })}
          </div>
        ))}
      </td>
    </tr>
  );
}
