import { useState } from 'react';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ReadingsQuery, type Indicator, type KeptReading } from './query';
import { useWords } from './useWords';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';

type Row = KeptReading & { id: string };

/** What was read of an indicator, the newest period first; also what was corrected, if asked. */
export function ReadingsPanel({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation('indicator');
  const client = useClient();
  const [corrected, setCorrected] = useState(false);
  const { id, version } = indicator;
  // Another version of the indicator may have another reading.
  const list = useConnection<Row>(
    `${id} ${version} ${corrected}`,
    async (after) => {
      const { data, error } = await client
        .query(
          ReadingsQuery,
          { id, corrected, after, count: after === null },
          { requestPolicy: 'network-only' },
        )
        .toPromise();
      if (data?.node?.__typename !== 'Indicator') return { error };
      const { nodes, ...page } = data.node.readings;
      return {
        page: {
          ...page,
          nodes: nodes.map((one) => ({ ...one, id: `${one.from}/${one.revision}` })),
        },
      };
    },
    { stay: true },
  );
  const { rows, fetching, error } = list.state;
  return (
    <section className="panel" aria-busy={fetching}>
      <div className="panel-head">
        <h2 id="readings-title">{t('readings.title')}</h2>
        <Checkbox checked={corrected} onChange={({ target }) => setCorrected(target.checked)}>
          {t('readings.corrected')}
        </Checkbox>
      </div>
      {error && <ErrorState error={error} onRetry={list.again} />}
      {rows.length > 0 ? (
        <ReadingTable indicator={indicator} rows={rows} />
      ) : fetching ? (
        <Loading rows={4} />
      ) : (
        !error && <Empty text={t('readings.none')} />
      )}
      <ListFoot list={list.state} onMore={list.more} />
    </section>
  );
}

function ReadingTable({ indicator, rows }: { indicator: Indicator; rows: Row[] }) {
  const { t } = useTranslation('indicator');
  const words = useWords();
  const sources = useEnum('ReadingSource');
  const states = useEnum('IndicatorState');
  const { every, measuredIn } = indicator;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('readings.title')}>
      <table className="grid-table">
        <caption className="visually-hidden">{t('readings.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.period')}</th>
            <th scope="col">{t('field.value')}</th>
            <th scope="col">{t('field.threshold')}</th>
            <th scope="col">{t('readings.from')}</th>
            <th scope="col">{t('readings.note')}</th>
            <th scope="col">{t('readings.by')}</th>
            <th scope="col">{t('readings.at')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.replacedAt ? 'indicator-replaced' : undefined}>
              <th scope="row" className="nowrap">
                {words.period(every, row)}
              </th>
              <td className="nowrap">
                <span className="indicator-value">{words.amount(row.value, measuredIn)}</span>{' '}
                {row.over && <span className="tag tag-late">{states.label('OVER')}</span>}{' '}
                {row.replacedAt && <span className="tag">{t('readings.replaced')}</span>}
              </td>
              <td className="nowrap">{words.limit({ ...row, measuredIn })}</td>
              <td className="nowrap">{sources.label(row.source)}</td>
              <td className="prose">
                {/* Each but the first took the place of another. */}
                {row.revision > 1 ? t('readings.why', { text: row.note }) : row.note}
              </td>
              <td>{row.actorName}</td>
              <td className="nowrap">{formatTime(row.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
