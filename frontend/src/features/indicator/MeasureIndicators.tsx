import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { DefineDialog } from './IndicatorDialog';
import type { Measure } from './measure';
import type { IndicatorRow } from './query';
import { RecordDialog } from './RecordDialog';
import { useIndicatorColumns } from './useIndicatorColumns';
import { useIndicators } from './useIndicators';
import './indicator.css';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { GridTable } from '@/ui/list/GridTable';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';

interface Props {
  measure: Measure;
  /** Whether the reader may define indicators of it now. */
  mayDefine: boolean;
}

/** By what a measure is watched, and how that stands. */
export default function MeasureIndicators({ measure, mayDefine }: Props) {
  const { t } = useTranslation('indicator');
  const [stopped, setStopped] = useState(false);
  const [defining, setDefining] = useState(false);
  // Those in use are read anew with each.
  const [turn, setTurn] = useState(0);
  return (
    <section className="panel" aria-labelledby="indicators-title">
      <div className="panel-head">
        <h2 id="indicators-title">{t('title')}</h2>
        <div className="indicator-tools">
          <Checkbox checked={stopped} onChange={({ target }) => setStopped(target.checked)}>
            {t('showStopped')}
          </Checkbox>
          {mayDefine && <Button onClick={() => setDefining(true)}>{t('add')}</Button>}
        </div>
      </div>
      <Rows
        key={turn}
        measureId={measure.id}
        stopped={false}
        label={t('ofMeasure')}
        empty={t('none')}
      />
      {stopped && (
        <Rows
          measureId={measure.id}
          stopped
          label={t('ofMeasureStopped')}
          empty={t('noneStopped')}
        />
      )}
      {defining && (
        <DefineDialog
          measure={measure}
          onClose={() => setDefining(false)}
          onDone={() => {
            setDefining(false);
            setTurn(turn + 1);
          }}
        />
      )}
    </section>
  );
}

interface RowsProps {
  measureId: string;
  stopped: boolean;
  label: string;
  empty: string;
}

/** What stands on the measure's page already, and what a panel has no room for. */
const left = ['unit', 'measure'];

function Rows({ measureId, stopped, label, empty }: RowsProps) {
  const list = useIndicators(measureId, { measureId, stopped });
  const [recording, setRecording] = useState<IndicatorRow | null>(null);
  const columns = useIndicatorColumns(setRecording).filter(({ key }) => !left.includes(key));
  const { rows, fetching, hasNext, error } = list.state;
  return (
    <>
      {error && <ErrorState error={error} onRetry={list.again} />}
      {rows.length > 0 ? (
        <GridTable<IndicatorRow>
          label={label}
          columns={columns}
          rows={list.state}
          onSort={() => undefined}
          onMore={list.more}
          noteTop={() => undefined}
        />
      ) : fetching ? (
        <Loading rows={2} />
      ) : (
        !error && <Empty text={empty} />
      )}
      {hasNext && <ListFoot list={list.state} onMore={list.more} />}
      {recording && (
        <RecordDialog
          id={recording.id}
          onClose={() => setRecording(null)}
          onDone={() => {
            setRecording(null);
            list.refresh();
          }}
        />
      )}
    </>
  );
}
