import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { holds, pauseId, successor } from './kept';
import { CorrectPauseDialog, EndPauseDialog } from './PauseDialogs';
import type { KeptPause, Proceeding } from './query';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';

interface Props {
  proceeding: Proceeding;
  onDone: () => void;
}

type Open = { what: 'end' | 'correct' | 'withdraw'; pause: KeptPause };

/** The pauses of a proceeding; nothing where there were none. */
export function PausesPanel({ proceeding, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const [corrected, setCorrected] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  if (proceeding.pauses.length === 0) return null;
  const rows = corrected ? proceeding.pauses : proceeding.pauses.filter(holds);
  const given = {
    proceeding,
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onDone();
    },
  };
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 id="pauses-title">{t('pause.title')}</h2>
        <Checkbox checked={corrected} onChange={({ target }) => setCorrected(target.checked)}>
          {t('steps.corrected')}
        </Checkbox>
      </div>
      {rows.length === 0 ? (
        <p className="hint">{t('pause.noneHold')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('pause.title')}>
          <table className="grid-table">
            <caption className="visually-hidden">{t('pause.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field.kind')}</th>
                <th scope="col">{t('field.from')}</th>
                <th scope="col">{t('field.to')}</th>
                <th scope="col">{t('field.pauseNote')}</th>
                <th scope="col">{t('steps.source')}</th>
                <th scope="col">{t('steps.recorded')}</th>
                {proceeding.mayRecord && <th scope="col">{t('steps.act')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((pause) => (
                <PauseRow
                  key={`${pauseId(pause)} ${pause.at} ${pause.withdrawn}`}
                  proceeding={proceeding}
                  pause={pause}
                  onOpen={(what) => setOpen({ what, pause })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open?.what === 'end' && <EndPauseDialog {...given} pause={open.pause} />}
      {open && open.what !== 'end' && (
        <CorrectPauseDialog {...given} pause={open.pause} withdraw={open.what === 'withdraw'} />
      )}
    </section>
  );
}

interface RowProps {
  proceeding: Proceeding;
  pause: KeptPause;
  onOpen: (what: Open['what']) => void;
}

function PauseRow({ proceeding, pause, onOpen }: RowProps) {
  const { t } = useTranslation('proceeding');
  const kinds = useEnum('PauseKind');
  const sources = useEnum('ReadingSource');
  const { from, to, replacedAt } = pause;
  const kind = kinds.label(pause.kind);
  const live = holds(pause);
  const by = successor(pause, proceeding.pauses, pauseId)?.actorName ?? '';
  return (
    <tr className={live ? undefined : 'proceeding-replaced'}>
      <th scope="row">
        <span className="proceeding-what">{kind}</span>
        {replacedAt && (
          <div className="hint-inline">
            {t('steps.replaced', { time: formatTime(replacedAt), name: by })}
          </div>
        )}
        {!replacedAt && pause.withdrawn && (
          <div className="hint-inline">{t('steps.withdrawn')}</div>
        )}
      </th>
      <td className="nowrap">
        <span className="proceeding-what">{from}</span>
      </td>
      <td className="nowrap">
        {to ? (
          <span className="proceeding-what">{to}</span>
        ) : (
          live && <span className="tag tag-wait">{t('pause.goesOn')}</span>
        )}
      </td>
      <td className="prose">{pause.note}</td>
      <td className="nowrap">{sources.label(pause.source)}</td>
      <td>
        {pause.actorName}
        <div className="hint-inline nowrap">{formatTime(pause.at)}</div>
      </td>
      {proceeding.mayRecord && (
        <td>
          {live && (
            <div className="step-actions">
              {!to && (
                <Button
                  size="small"
                  type="primary"
                  aria-label={t('pause.endOne', { kind, from })}
                  onClick={() => onOpen('end')}
                >
                  {t('pause.end')}
                </Button>
              )}
              <Button
                size="small"
                aria-label={t('pause.correctTitle', { kind, from })}
                onClick={() => onOpen('correct')}
              >
                {t('record.correct')}
              </Button>
              <Button
                size="small"
                aria-label={t('pause.withdrawTitle', { kind, from })}
                onClick={() => onOpen('withdraw')}
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
