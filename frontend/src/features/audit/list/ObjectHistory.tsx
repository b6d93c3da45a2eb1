import { useEffect } from 'react';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { Changes } from '../entry/Changes';
import { changesOn, mentioned } from '../entry/columns';
import { AuditHistoryQuery, type HistoryItem } from '../query';
import { auditEntryPath, auditSpec, toAuditFilter, type AuditState } from '../state';
import { useNames } from '../useNames';
import { reasonOf, shortId, useAuditWords } from '../words';
import { ActorCell } from './Cells';
import { PickedTags } from './PickedTags';
import { useAuditFilters } from './useAuditFilters';
import { useEnum } from '@/lib/enumLabel';
import { formatSecond } from '@/lib/format';
import { useConnection } from '@/lib/useConnection';
import { writeState } from '@/lib/urlState';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { FilterBar } from '@/ui/list/FilterBar';
import { Loading } from '@/ui/Loading';

/** More entries than anybody reads through; the time narrows them. */
const most = 500;

interface Props {
  state: AuditState;
  id: string;
  onChange: (changes: Partial<AuditState>) => void;
}

/** All that the log says on one object, unfolded, from the beginning on. */
export function ObjectHistory({ state, id, onChange }: Props) {
  const { t } = useTranslation(['audit', 'common']);
  const client = useClient();
  const words = useAuditWords();
  const {
    state: list,
    more,
    again,
  } = useConnection<HistoryItem>(writeState(auditSpec, state), async (after) => {
    const { data, error } = await client
      .query(
        AuditHistoryQuery,
        { filter: toAuditFilter(state), after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.auditEntries, error };
  });
  // The API begins with the newest; the beginning is known when all of them are there.
  const wanting = list.hasNext && list.rows.length < most;
  useEffect(() => {
    if (wanting && !list.fetching && !list.error) more();
  });
  const touched = list.rows.flatMap((row) => [
    row.object,
    ...row.changes.map((change) => change.object),
  ]);
  const object = touched.find((one) => one?.id === id);
  const names = useNames([
    ...mentioned(list.rows.flatMap((row) => changesOn(row, id))),
    object ?? null,
  ]);
  const actor = list.rows.find((row) => row.actor.accountId === state.actor)?.actor;
  const name = object ? words.object(object, names) : shortId(id);
  const ready = !list.fetching && (!wanting || list.error !== undefined);
  return (
    <>
      <FilterBar
        spec={auditSpec}
        filters={useAuditFilters()}
        state={state}
        onChange={onChange}
        keep={[]}
      >
        <PickedTags
          state={state}
          onChange={onChange}
          actor={actor ? words.actor(actor) : shortId(state.actor ?? '')}
          object={name}
        />
      </FilterBar>
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={!ready} aria-labelledby="history-title">
        <h2 id="history-title">{t('audit:history.title', { name })}</h2>
        <p className="hint">{t('audit:history.hint')}</p>
        {ready && list.hasNext && (
          <Alert
            type="warning"
            showIcon
            title={t('audit:history.cut', { shown: list.rows.length, total: list.total ?? 0 })}
          />
        )}
        {!ready && <Loading rows={10} />}
        {ready && !list.error && list.rows.length === 0 && (
          <Empty text={t('common:state.emptyFiltered')} />
        )}
        {ready && list.rows.length > 0 && (
          <ol className="audit-history" aria-label={t('audit:history.label')}>
            {[...list.rows].reverse().map((row) => (
              <Told key={row.id} entry={row} id={id} names={names} onChange={onChange} />
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

interface ToldProps {
  entry: HistoryItem;
  id: string;
  names: ReadonlyMap<string, string>;
  onChange: Props['onChange'];
}

function Told({ entry, id, names, onChange }: ToldProps) {
  const { t } = useTranslation('audit');
  const action = useEnum('AuditAction');
  const words = useAuditWords();
  const reason = reasonOf(entry);
  const authority = words.authority(entry.authority);
  const changes = changesOn(entry, id);
  return (
    <li>
      <div className="audit-history-head">
        <span className="nowrap">{formatSecond(entry.at)}</span>{' '}
        <Link
          to={auditEntryPath(entry.id)}
          aria-label={`${action.label(entry.action)} ${t('open', { index: entry.index })}`}
        >
          {action.label(entry.action)}
        </Link>{' '}
        <ActorCell actor={entry.actor} onPick={(actor) => onChange({ actor })} />
        {authority && <span className="hint-inline">{authority}</span>}
      </div>
      {reason && (
        <p className="prose">
          {t('field.reason')}：{reason}
        </p>
      )}
      {changes.length > 0 && <Changes changes={changes} names={names} />}
    </li>
  );
}
