import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { CheckCounts } from './CheckCounts';
import { CheckMonth } from './CheckMonth';
import { CheckStateTag } from './CheckState';
import { CheckThing } from './CheckThing';
import { checkPath, handoversPath, planPath } from './path';
import { CheckListQuery, type CheckRow } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { oneOf, text, useUrlState, writeState } from '@/lib/urlState';
import { useConnection } from '@/lib/useConnection';
import { useChanged } from '@/lib/useLive';
import { useViewer } from '@/lib/viewer';
import { Field } from '@/ui/Field';
import { LinkButton } from '@/ui/LinkButton';
import { ListPanel } from '@/ui/ListPanel';
import { PageHeader } from '@/ui/PageHeader';
import { UnitSelect } from '@/ui/UnitSelect';
import './check.css';

const views = ['list', 'month'] as const;
const states = ['DUE', 'DONE', 'MISSED', 'CANCELLED'] as const;
const grades = ['', 'A', 'B', 'C'] as const;
type Grade = (typeof grades)[number];
const spec = {
  unit: text,
  state: oneOf<Enum<'CheckState'>>(states),
  grade: oneOf<Grade>(grades),
  late: oneOf(['', 'yes'] as const),
  view: oneOf(views),
  month: text,
};

/** The checks that one is asked to make, or those of a unit: as a list or by the days on which they are due. */
export function Component() {
  const { t } = useTranslation('check');
  const [state, change] = useUrlState(spec);
  const viewer = useViewer();
  const client = useClient();
  const words = useEnum('CheckState');
  const home = viewer.homeUnits[0]?.id;
  const list = useConnection<CheckRow>(writeState(spec, state), async (after) => {
    const { data, error } = await client
      .query(
        CheckListQuery,
        {
          filter: {
            unitId: state.unit,
            state: state.state,
            grade: state.grade || undefined,
            overdue: state.late ? true : undefined,
          },
          after,
          count: after === null,
        },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.supervisionChecks, error };
  });
  useChanged('CHECK', list.refresh);
  const planned = state.unit ?? home;
  return (
    <>
      <PageHeader
        title={state.unit ? t('titleOfUnit') : t('title')}
        actions={
          <>
            <LinkButton to={handoversPath}>{t('handovers.title')}</LinkButton>
            {planned && <LinkButton to={planPath(planned)}>{t('plan.title')}</LinkButton>}
          </>
        }
      />
      <section className="panel filter-bar" aria-label={t('filter')}>
        <Field label={t('unit')}>
          {(id) => (
            <UnitSelect
              id={id}
              value={state.unit}
              onChange={(unit) => change({ unit })}
              placeholder={t('mine')}
              className="filter-unit"
            />
          )}
        </Field>
        <Segmented<Enum<'CheckState'>>
          aria-label={t('state')}
          value={state.state}
          onChange={(next) => change({ state: next, late: '' })}
          options={states.map((value) => ({ value, label: words.label(value) }))}
        />
        <Segmented<Grade>
          aria-label={t('grade')}
          value={state.grade}
          onChange={(grade) => change({ grade })}
          options={grades.map((value) => ({ value, label: value || t('any') }))}
        />
        <Button
          aria-pressed={state.late === 'yes'}
          type={state.late ? 'primary' : 'default'}
          onClick={() => change({ late: state.late ? '' : 'yes', state: 'DUE' })}
        >
          {t('onlyLate')}
        </Button>
        <Segmented
          value={state.view}
          onChange={(view) => change({ view })}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </section>
      {state.view === 'month' ? (
        <CheckMonth
          key={`${state.unit} ${state.month}`}
          unitId={state.unit}
          month={state.month}
          onMonth={(month) => change({ month })}
        />
      ) : (
        <ListPanel list={list} empty={t(state.unit ? 'noneThere' : 'none')}>
          {(rows) => <CheckTable rows={rows} />}
        </ListPanel>
      )}
      <CheckCounts unitId={state.unit} />
    </>
  );
}

function CheckTable({ rows }: { rows: CheckRow[] }) {
  const { t } = useTranslation('check');
  return (
    <div className="table-scroll">
      <table className="grid-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('supervisor')}</th>
            <th scope="col">{t('dueOn')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((check) => (
            <tr key={check.id}>
              <th scope="row">
                <Link to={checkPath(check.id)}>
                  <CheckThing {...check} />
                </Link>
              </th>
              <td>{check.unit.name}</td>
              <td>{check.supervisor?.name ?? <em>{t('nobody')}</em>}</td>
              <td className="nowrap">{check.dueOn}</td>
              <td>
                <CheckStateTag check={check} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
