import { useMemo } from 'react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useQuery } from 'urql';
import { ChangeWords } from './ChangeWords';
import { DrillPath } from './DrillPath';
import { matrixLines, matrixTotals, type Words } from './lines';
import { ModeSwitch } from './ModeSwitch';
import { MatrixHeat } from './MatrixHeat';
import { MatrixTable } from './MatrixTable';
import { MatrixQuery, type Matrix } from './query';
import { supervisionPath, supervisionSpec, toCountFilter, type SupervisionState } from './state';
import './supervision.css';
import { useCountFilters } from '@/features/risk/door';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { daysBefore } from '@/lib/format';
import { useUrlState } from '@/lib/urlState';
import { useViewer } from '@/lib/viewer';
import { DateInput } from '@/ui/DateInput';
import { Empty } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { FilterFields } from '@/ui/list/FilterFields';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

export function Component() {
  const { t } = useTranslation(['supervision', 'list']);
  const filters = useCountFilters();
  const [state, change] = useUrlState(supervisionSpec);
  const { homeUnits } = useViewer();
  const [result, reload] = useQuery({
    query: MatrixQuery,
    variables: {
      unitId: state.unit,
      by: state.by,
      filter: toCountFilter(state),
      since: state.since,
    },
    pause: !state.unit && homeUnits.length === 1,
  });

  // One line with one unit says little: begin inside it, at an address that can be shared.
  const [home, second] = homeUnits;
  if (!state.unit && home && !second) {
    return <Navigate to={supervisionPath({ ...state, unit: home.id })} replace />;
  }

  return (
    <>
      <PageHeader title={t('supervision:title')} />
      <section className="panel filter-bar" aria-label={t('list:label')}>
        <FilterFields filters={filters} state={state} onChange={change} />
        <Since since={state.since} onChange={(since) => change({ since })} />
        <Button onClick={() => change(cleared)}>{t('list:clear')}</Button>
      </section>
      <section className="panel" aria-busy={result.fetching}>
        <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={10}>
          {({ gradeMatrix }) => <MatrixView matrix={gradeMatrix} state={state} change={change} />}
        </Query>
      </section>
    </>
  );
}

const cleared: Partial<SupervisionState> = {
  grade: [],
  type: [],
  power: [],
  status: [],
  controlled: undefined,
  from: undefined,
  to: undefined,
  since: undefined,
};

function Since({
  since,
  onChange,
}: {
  since: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const { t } = useTranslation('supervision');
  return (
    <Field label={t('since')}>
      {(id) => (
        <span className="since" title={t('sinceHint')}>
          <DateInput id={id} value={since} onChange={onChange} />
          <Button onClick={() => onChange(daysBefore(30, new Date()))}>{t('last30')}</Button>
        </span>
      )}
    </Field>
  );
}

interface ViewProps {
  matrix: Matrix;
  state: SupervisionState;
  change: (changes: Partial<SupervisionState>) => void;
}

function MatrixView({ matrix, state, change }: ViewProps) {
  const { t } = useTranslation('supervision');
  const by = useEnum('MatrixBy');
  const words = useWords(state.by);
  const lines = useMemo(() => matrixLines(matrix, state, words), [matrix, state, words]);
  const totals = useMemo(() => matrixTotals(matrix, state), [matrix, state]);
  const caption = t('matrix', { by: by.label(state.by) });
  const { total } = totals;

  return (
    <>
      <div className="matrix-head">
        <DrillPath unit={matrix.unit} state={state} />
        <span className="matrix-total">{t('totals', { total })}</span>
        <Field label={t('by')}>
          {(id) => (
            <Select<Enum<'MatrixBy'>>
              id={id}
              value={state.by}
              onChange={(next) => change({ by: next })}
              options={by.options}
              className="filter-short"
            />
          )}
        </Field>
        <ModeSwitch mode={state.mode} onChange={(mode) => change({ mode })} />
      </div>
      {matrix.truncated && <p className="hint">{t('truncated')}</p>}
      {state.by === 'RISK_TYPE' && <p className="hint">{t('severalTypes')}</p>}
      {lines.length === 0 ? (
        <Empty text={t('noRows')} />
      ) : state.mode === 'table' ? (
        <MatrixTable
          caption={caption}
          head={by.label(state.by)}
          lines={lines}
          totals={totals}
          since={state.since ?? null}
        />
      ) : (
        <>
          <MatrixHeat caption={caption} head={by.label(state.by)} lines={lines} />
          {state.since && <ChangeList lines={lines} since={state.since} />}
          <p className="hint">{t('chartHint')}</p>
        </>
      )}
    </>
  );
}

/** Under the chart, which has no room for them: the rows in which something changed. */
function ChangeList({ lines, since }: { lines: ReturnType<typeof matrixLines>; since: string }) {
  const { t } = useTranslation('supervision');
  const changed = lines.filter(
    ({ changes: c }) => c && c.added + c.raised + c.lowered + c.retired > 0,
  );
  if (changed.length === 0) return null;
  return (
    <>
      <h2 className="change-heading">{t('changeColumn', { since })}</h2>
      <ul className="change-list">
        {changed.map((line) => (
          <li key={line.key}>
            {line.label}：{line.changes && <ChangeWords changes={line.changes} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function useWords(by: Enum<'MatrixBy'>): Words {
  const { t } = useTranslation('supervision');
  const power = useEnum('PowerType');
  const risk = useEnum('RiskType');
  const status = useEnum('RiskStatus');
  return useMemo(() => {
    const options: { value: string; label: string }[] =
      by === 'POWER_TYPE'
        ? power.options
        : by === 'RISK_TYPE'
          ? risk.options
          : by === 'STATUS'
            ? status.options
            : [];
    return {
      self: t('self'),
      none: t('none'),
      value: (key) => options.find((o) => o.value === key)?.label,
    };
  }, [by, power, risk, status, t]);
}
