import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { rulesPath } from './path';
import { WarningListQuery, type WarningRow } from './query';
import { warningSpec } from './state';
import { WarningCounts } from './WarningCounts';
import { WarningTable } from './WarningTable';
import type { VariablesOf } from '@/gql';
import { useUrlState, writeState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { useChanged } from '@/lib/useLive';
import { useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';
import './warning.css';

type Filter = NonNullable<VariablesOf<typeof WarningListQuery>['filter']>;

/** Warnings by what they are asked by; `key` tells one question from another. */
function useWarnings(key: string, filter: Filter) {
  const client = useClient();
  const list = useConnection<WarningRow>(key, async (after) => {
    const { data, error } = await client
      .query(
        WarningListQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.warnings, error };
  });
  useChanged('WARNING', list.refresh);
  return list;
}

/** What the reader is asked to answer, and below it all that they may see of a unit. */
export function Component() {
  const { t } = useTranslation('warning');
  const viewer = useViewer();
  const [state, change] = useUrlState(warningSpec);
  const unit = state.unit ?? viewer.homeUnits[0]?.id;
  const mine = useWarnings('mine', { states: ['RAISED', 'NOTIFIED', 'ESCALATED'] });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={<LinkButton to={rulesPath(unit)}>{t('rules.title')}</LinkButton>}
      />
      <h2>{t('mine')}</h2>
      <ListPanel list={mine} empty={t('noneMine')}>
        {(rows) => <WarningTable rows={rows} label={t('mine')} />}
      </ListPanel>
      {unit && (
        <>
          <WarningCounts unitId={unit} />
          <h2>{t('all')}</h2>
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
            <Field label={t('head.state')}>
              {(id) => (
                <EnumSelect
                  id={id}
                  name="WarningState"
                  value={state.state}
                  onChange={(next) => change({ state: next })}
                  placeholder={t('notLifted')}
                />
              )}
            </Field>
            <Field label={t('head.colour')}>
              {(id) => (
                <EnumSelect
                  id={id}
                  name="WarningColour"
                  value={state.colour}
                  onChange={(next) => change({ colour: next })}
                  placeholder={t('any')}
                />
              )}
            </Field>
            <Field label={t('kind')}>
              {(id) => (
                <EnumSelect
                  id={id}
                  name="WarningKind"
                  value={state.kind}
                  onChange={(next) => change({ kind: next })}
                  placeholder={t('any')}
                />
              )}
            </Field>
            <Button
              aria-pressed={state.late === true}
              type={state.late ? 'primary' : 'default'}
              onClick={() => change({ late: state.late ? undefined : true })}
            >
              {t('onlyLate')}
            </Button>
          </section>
          <OfUnit key={unit} unit={unit} state={state} />
        </>
      )}
    </>
  );
}

function OfUnit({
  unit,
  state,
}: {
  unit: string;
  state: ReturnType<typeof useUrlState<typeof warningSpec>>[0];
}) {
  const { t } = useTranslation('warning');
  const list = useWarnings(writeState(warningSpec, { ...state, unit }), {
    unitId: unit,
    states: some(state.state),
    colours: some(state.colour),
    kinds: some(state.kind),
    overdue: state.late,
  });
  return (
    <ListPanel list={list} empty={t('none')}>
      {(rows) => <WarningTable rows={rows} label={t('all')} />}
    </ListPanel>
  );
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
