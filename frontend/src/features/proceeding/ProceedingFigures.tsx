import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { durationText } from './duration';
import { figureMarks, offMap } from './marks';
import { ProceedingFiguresQuery, type Figures, type StepFigures } from './query';
import './proceeding.css';
import type { StepMark } from '@/features/power/door';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { Query } from '@/ui/Query';

interface Props {
  powerId: string;
  /** Keys of the steps of the map that they are told beside. */
  stepKeys: readonly string[];
  /** What the map is to tell of its steps. */
  onMarks: (marks: Map<string, StepMark> | undefined) => void;
}

/** What the proceedings of a power came to in a time: beside the map, which tells it of each step. */
export default function ProceedingFigures({ powerId, stepKeys, onMarks }: Props) {
  const { t } = useTranslation('proceeding');
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [result, reload] = useQuery({
    query: ProceedingFiguresQuery,
    variables: { powerId, from, to },
    requestPolicy: 'cache-and-network',
  });
  const figures = result.error ? undefined : result.data?.proceedingFigures;
  const marks = useMemo(() => figures && figureMarks(figures.steps, t), [figures, t]);
  useEffect(() => onMarks(marks), [marks, onMarks]);
  useEffect(() => () => onMarks(undefined), [onMarks]);
  return (
    <section aria-busy={result.fetching}>
      <h3 id="figures-title">{t('figures.title')}</h3>
      <div className="proceeding-span">
        <label>
          {t('figures.from')}{' '}
          <DateInput value={from ?? figures?.from} max={to ?? figures?.to} onChange={setFrom} />
        </label>
        <label>
          {t('figures.to')}{' '}
          <DateInput value={to ?? figures?.to} min={from ?? figures?.from} onChange={setTo} />
        </label>
      </div>
      <Query result={result} onRetry={() => reload({ requestPolicy: 'network-only' })} rows={3}>
        {({ proceedingFigures }) =>
          result.error ? null : <Told figures={proceedingFigures} stepKeys={stepKeys} />
        }
      </Query>
    </section>
  );
}

function Told({ figures, stepKeys }: { figures: Figures; stepKeys: readonly string[] }) {
  const { t } = useTranslation('proceeding');
  const kinds = useEnum('DeviationKind');
  const { total, over, medianMinutes, strays, steps } = figures;
  const elsewhere = offMap(steps, stepKeys);
  return (
    <>
      <p>
        {t('figures.total', { count: total, over })}
        {medianMinutes !== null && t('figures.took', { time: durationText(t, medianMinutes) })}
      </p>
      {strays.length > 0 && (
        <p>
          {t('figures.strays')}
          {strays
            .map(({ kind, count }) => t('figures.stray', { kind: kinds.label(kind), count }))
            .join('；')}
        </p>
      )}
      {steps.length > 0 && <StepTable rows={steps} elsewhere={elsewhere} />}
    </>
  );
}

interface TableProps {
  rows: readonly StepFigures[];
  /** Those that are not on the map. */
  elsewhere: readonly StepFigures[];
}

function StepTable({ rows, elsewhere }: TableProps) {
  const { t } = useTranslation('proceeding');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('figures.title')}>
      <table className="grid-table">
        <caption className="visually-hidden">{t('figures.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.step')}</th>
            <th scope="col" className="number">
              {t('figures.count')}
            </th>
            <th scope="col">{t('figures.median')}</th>
            <th scope="col" className="number">
              {t('figures.returned')}
            </th>
            <th scope="col" className="number">
              {t('figures.late')}
            </th>
            <th scope="col" className="number">
              {t('figures.skipped')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.stepKey} ${row.stepName}`}>
              <th scope="row">
                {row.stepName}{' '}
                {elsewhere.includes(row) && <span className="tag">{t('steps.offMap')}</span>}
              </th>
              <td className="number">{row.count}</td>
              <td className="nowrap">
                {row.medianMinutes === null ? '—' : durationText(t, row.medianMinutes)}
              </td>
              <td className="number">{row.returned}</td>
              <td className="number">{row.late}</td>
              <td className="number">{row.skipped}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
