import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConflictTable } from '../ConflictTable';
import { balancePath, rulesPath } from '../path';
import { KeptState } from './KeptState';
import { ConflictListQuery, type ConflictRow } from './query';
import { UnitCounts } from './UnitCounts';
import type { Enum } from '@/gql';
import { flag, listOf, text, useUrlState, writeState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { useViewer } from '@/lib/viewer';
import { EnumSelect } from '@/ui/EnumSelect';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';

const severities: Enum<'BalanceSeverity'>[] = ['HIGH', 'MEDIUM', 'LOW'];
const states: Enum<'ConflictState'>[] = ['OPEN', 'ACCEPTED', 'SETTLED'];
const spec = { unit: text, severity: listOf(severities), state: listOf(states), mine: flag };

/** The conflicts of balance that are kept, with what has become of them. */
export function Component() {
  const { t } = useTranslation(['balance', 'common']);
  const [state, change] = useUrlState(spec);
  const viewer = useViewer();
  const client = useClient();
  const unit = state.unit ?? (viewer.homeUnits.length === 1 ? viewer.homeUnits[0]?.id : undefined);
  const person = viewer.person?.id;
  const list = useConnection<ConflictRow>(writeState(spec, state), async (after) => {
    const filter = {
      unitId: unit,
      severities: state.severity.length > 0 ? state.severity : undefined,
      states: state.state.length > 0 ? state.state : undefined,
      personId: state.mine ? person : undefined,
    };
    const { data, error } = await client
      .query(
        ConflictListQuery,
        { filter, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.conflicts, error };
  });
  return (
    <>
      <PageHeader
        title={t('kept.title')}
        actions={
          unit && (
            <>
              <LinkButton to={balancePath(unit)}>{t('see')}</LinkButton>
              <LinkButton to={rulesPath(unit)}>{t('rules')}</LinkButton>
            </>
          )
        }
      />
      <section className="panel filter-bar" aria-label={t('kept.filter')}>
        <Field label={t('kept.unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={unit}
              onChange={(next) => change({ unit: next })}
              className="filter-unit"
            />
          )}
        </Field>
        <Field label={t('conflict.severity')}>
          {(id) => (
            <EnumSelect
              id={id}
              name="BalanceSeverity"
              value={state.severity}
              onChange={(severity) => change({ severity })}
              placeholder={t('kept.any')}
            />
          )}
        </Field>
        <Field label={t('kept.state')}>
          {(id) => (
            <EnumSelect
              id={id}
              name="ConflictState"
              value={state.state}
              onChange={(chosen) => change({ state: chosen })}
              placeholder={t('kept.live')}
            />
          )}
        </Field>
        {person && (
          <Button
            aria-pressed={state.mine ?? false}
            type={state.mine ? 'primary' : 'default'}
            onClick={() => change({ mine: state.mine ? undefined : true })}
          >
            {t('kept.mine')}
          </Button>
        )}
      </section>
      {unit && <UnitCounts key={unit} unitId={unit} />}
      <ListPanel list={list} empty={t('kept.none')}>
        {(rows) => (
          <ConflictTable
            label={t('kept.title')}
            conflicts={rows.map((row) => row.finding)}
            state={(at) => rows[at] && <KeptState kept={rows[at]} onDone={list.restart} />}
          />
        )}
      </ListPanel>
    </>
  );
}
