import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Collusions } from './Collusions';
import { ConflictTable } from './ConflictTable';
import { countOf, isAlone, totalOf } from './figures';
import { KeptState } from './kept/KeptState';
import { Loads, Terms, Unknowns, Unsupervised } from './Parts';
import { RepairPlan, RotationPlan } from './Plans';
import { comparePath, leavePath, rulesPath } from './path';
import { BalanceQuery, type Balance } from './query';
import { weakSpec } from './weak';
import { WeakSteps } from './WeakSteps';
import { useEnum } from '@/lib/enumLabel';
import { day, useUrlState } from '@/lib/urlState';
import { DateInput } from '@/ui/DateInput';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

const spec = { on: day, ...weakSpec };

/** Who holds what power in too few hands in a unit and those below it. */
export function Component() {
  const { t } = useTranslation('balance');
  const { id = '' } = useParams();
  const [{ on, tier, grade }, change] = useUrlState(spec);
  const [result, reload] = useQuery({ query: BalanceQuery, variables: { unitId: id, on } });
  const unit = result.data?.balance.unit;
  const above = (unit?.path ?? []).filter((step) => step.id !== unit?.id);
  return (
    <>
      <PageHeader
        title={unit ? t('titleOf', { unit: unit.name }) : t('title')}
        crumbs={[...above, ...(unit ? [unit] : [])].map((step) => ({
          title: step.name,
          to: `/organisation?unit=${step.id}`,
        }))}
        actions={
          <>
            <LinkButton to={rulesPath(id)}>{t('rules')}</LinkButton>
            <LinkButton to={leavePath(id)}>{t('leave.title')}</LinkButton>
            <LinkButton to={comparePath(id)}>{t('compare')}</LinkButton>
          </>
        }
      />
      <section className="panel filter-bar" aria-label={t('day')}>
        <Field label={t('day')}>
          {(fieldId) => (
            <DateInput id={fieldId} value={on} onChange={(next) => change({ on: next })} />
          )}
        </Field>
        <span className="hint-inline">{t('dayHint')}</span>
      </section>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={10}>
        {({ balance }) => (
          <div aria-busy={result.fetching}>
            <View balance={balance} onChanged={() => reload({ requestPolicy: 'network-only' })} />
            <RepairPlan key={`repair ${id} ${balance.on}`} unitId={id} on={on} />
            <RotationPlan key={`rotation ${id} ${balance.on}`} unitId={id} on={on} />
          </div>
        )}
      </Query>
      <WeakSteps unitId={id} choice={{ tier, grade }} onChoice={change} />
    </>
  );
}

function View({ balance, onChanged }: { balance: Balance; onChanged: () => void }) {
  const { t } = useTranslation('balance');
  const { conflicts, collusions, unknowns, terms, loads, unsupervised } = balance;
  const total = totalOf(balance.counts);
  const judged = { powers: balance.powerCount, unknown: unknowns.length };
  return (
    <>
      <Figures balance={balance} />
      <Part
        title={t('conflict.title')}
        hint={
          conflicts.length < total ? t('shownOf', { shown: conflicts.length, total }) : undefined
        }
        empty={conflicts.length === 0 && t('conflict.none', judged)}
      >
        <ConflictTable
          conflicts={conflicts}
          label={t('conflict.title')}
          state={(at) => {
            const kept = conflicts[at]?.kept;
            return kept && <KeptState kept={kept} onDone={onChanged} />;
          }}
        />
      </Part>
      <Part
        title={t('collusion.title')}
        hint={t('collusion.hint')}
        empty={collusions.length === 0 && t('collusion.none')}
      >
        <Collusions collusions={collusions} />
      </Part>
      <Part
        title={t('unknown.title')}
        hint={t('unknown.hint')}
        empty={unknowns.length === 0 && t('unknown.none', { powers: balance.powerCount })}
      >
        <Unknowns unknowns={unknowns} />
      </Part>
      <Part
        title={t('unsupervised.title')}
        empty={unsupervised.length === 0 && t('unsupervised.none', { powers: balance.powerCount })}
      >
        <Unsupervised powers={unsupervised} />
      </Part>
      <Part title={t('term.title')} empty={terms.length === 0 && t('term.none')}>
        <Terms terms={terms} />
      </Part>
      <Part
        title={t('load.title')}
        empty={loads === null ? t('load.past') : loads.length === 0 && t('load.none')}
      >
        <Loads loads={loads ?? []} />
      </Part>
    </>
  );
}

interface PartProps {
  title: string;
  hint?: string;
  /** What it means that there is nothing to show; false where there is something. */
  empty: string | false;
  children: ReactNode;
}

function Part({ title, hint, empty, children }: PartProps) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {empty ? (
        <p className="hint-inline">{empty}</p>
      ) : (
        <>
          {hint && <p className="hint-inline">{hint}</p>}
          {children}
        </>
      )}
    </section>
  );
}

function Figures({ balance }: { balance: Balance }) {
  const { t } = useTranslation('balance');
  const severity = useEnum('BalanceSeverity');
  const alone = balance.collusions.filter(isAlone).length;
  const tiles = [
    ...severity.options.map(({ value, label }) => ({
      head: t('figure.conflicts', { severity: label }),
      n: countOf(balance.counts, value),
      alarm: value === 'HIGH',
    })),
    { head: t('figure.alone'), n: alone, alarm: true },
    { head: t('figure.unknown'), n: balance.unknowns.length, alarm: false },
    { head: t('figure.powers'), n: balance.powerCount, alarm: false },
  ];
  return (
    <section className="panel" aria-label={t('figure.label')}>
      <ul className="tiles">
        {tiles.map(({ head, n, alarm }) => (
          <li key={head} className={alarm && n > 0 ? 'tile tile-alarm' : 'tile'}>
            <span>{head}</span>
            <span className="tile-number">{n}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
