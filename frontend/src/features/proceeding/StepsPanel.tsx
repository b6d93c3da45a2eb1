import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { durationText, minutesBetween } from './duration';
import { holds, stepId, successor } from './kept';
import type { KeptStep, Proceeding } from './query';
import { CorrectStepDialog, EndStepDialog, WithdrawStepDialog } from './StepDialogs';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { Empty } from '@/ui/Empty';

interface Props {
  proceeding: Proceeding;
  onDone: () => void;
}

const dialogs = { end: EndStepDialog, correct: CorrectStepDialog, withdraw: WithdrawStepDialog };
type Open = { what: keyof typeof dialogs; step: KeptStep };

/** The steps that were taken, in their order; also what was corrected, if asked. */
export function StepsPanel({ proceeding, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const [corrected, setCorrected] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const rows = corrected ? proceeding.steps : proceeding.steps.filter(holds);
  const Dialog = open && dialogs[open.what];
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 id="steps-title">{t('steps.title')}</h2>
        <Checkbox checked={corrected} onChange={({ target }) => setCorrected(target.checked)}>
          {t('steps.corrected')}
        </Checkbox>
      </div>
      {rows.length === 0 ? (
        <Empty text={t('steps.none')} />
      ) : (
        <StepTable
          proceeding={proceeding}
          rows={rows}
          onOpen={(what, step) => setOpen({ what, step })}
        />
      )}
      {Dialog && (
        <Dialog
          proceeding={proceeding}
          step={open.step}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      )}
    </section>
  );
}

interface TableProps {
  proceeding: Proceeding;
  rows: KeptStep[];
  onOpen: (what: Open['what'], step: KeptStep) => void;
}

function StepTable({ proceeding, rows, onOpen }: TableProps) {
  const { t } = useTranslation('proceeding');
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('steps.title')}>
      <table className="grid-table">
        <caption className="visually-hidden">{t('steps.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.step')}</th>
            <th scope="col">{t('field.person')}</th>
            <th scope="col">{t('field.began')}</th>
            <th scope="col">{t('field.ended')}</th>
            <th scope="col">{t('steps.took')}</th>
            <th scope="col">{t('field.outcome')}</th>
            <th scope="col">{t('field.note')}</th>
            <th scope="col">{t('steps.source')}</th>
            <th scope="col">{t('steps.recorded')}</th>
            {proceeding.mayRecord && <th scope="col">{t('steps.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StepRow
              key={`${stepId(row)} ${row.at} ${row.withdrawn}`}
              proceeding={proceeding}
              row={row}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Omit<TableProps, 'rows'> {
  row: KeptStep;
}

function StepRow({ proceeding, row, onOpen }: RowProps) {
  const { t } = useTranslation('proceeding');
  const outcomes = useEnum('StepOutcome');
  const sources = useEnum('ReadingSource');
  const { stepName, began, ended, outcome } = row;
  const live = holds(row);
  const mark = row.replacedAt || row.withdrawn ? 'proceeding-replaced' : undefined;
  // Words that read alike for each row say of which one they are.
  const of = { step: stepName };
  return (
    <tr className={mark}>
      <th scope="row">
        <span className="proceeding-what">{stepName}</span>{' '}
        {!row.stepKey && <span className="tag">{t('steps.offMap')}</span>}
        <Fate row={row} all={proceeding.steps} />
      </th>
      <td className="proceeding-who">{row.person?.name ?? row.personName}</td>
      <td className="nowrap">
        <span className="proceeding-what">{formatTime(began)}</span>
      </td>
      <td className="nowrap">
        {ended ? (
          <span className="proceeding-what">{formatTime(ended)}</span>
        ) : (
          live && <span className="tag tag-wait">{t('steps.underWay')}</span>
        )}
      </td>
      <td className="nowrap">
        {ended
          ? durationText(t, minutesBetween(began, ended))
          : live &&
            t('steps.soFar', {
              time: durationText(t, minutesBetween(began, new Date().toISOString())),
            })}
      </td>
      <td className="nowrap">
        {outcome && (
          <span className={outcome === 'RETURNED' ? 'tag tag-late' : undefined}>
            {outcomes.label(outcome)}
          </span>
        )}
      </td>
      <td className="prose">{row.note}</td>
      <td className="nowrap">{sources.label(row.source)}</td>
      <td>
        {row.actorName}
        <div className="hint-inline nowrap">{formatTime(row.at)}</div>
      </td>
      {proceeding.mayRecord && (
        <td>
          {live && (
            <div className="step-actions">
              {!ended && (
                <Button
                  size="small"
                  type="primary"
                  aria-label={t('steps.endOne', of)}
                  onClick={() => onOpen('end', row)}
                >
                  {t('steps.end')}
                </Button>
              )}
              <Button
                size="small"
                aria-label={t('steps.correctOne', of)}
                onClick={() => onOpen('correct', row)}
              >
                {t('record.correct')}
              </Button>
              <Button
                size="small"
                aria-label={t('steps.withdrawOne', of)}
                onClick={() => onOpen('withdraw', row)}
              >
                {t('record.withdraw')}
              </Button>
            </div>
          )}
        </td>
      )}
    </tr>
  );
}

/** What became of a record that does not hold any more. */
function Fate({ row, all }: { row: KeptStep; all: readonly KeptStep[] }) {
  const { t } = useTranslation('proceeding');
  if (row.replacedAt) {
    const name = successor(row, all, stepId)?.actorName ?? '';
    return (
      <div className="hint-inline">
        {t('steps.replaced', { time: formatTime(row.replacedAt), name })}
      </div>
    );
  }
  return row.withdrawn ? <div className="hint-inline">{t('steps.withdrawn')}</div> : null;
}
