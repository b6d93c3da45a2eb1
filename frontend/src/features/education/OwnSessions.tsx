import { useTranslation } from 'react-i18next';
import type { SessionRow } from './query';
import { useSessionColumns } from './useSessionColumns';
import { useSessions } from './useSessions';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { GridTable } from '@/ui/list/GridTable';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';

/** What the reader was expected at, and how they took part. */
export default function OwnSessions({ personId }: { personId: string }) {
  const { t } = useTranslation('education');
  const list = useSessions(personId, { personId, states: ['PLANNED', 'HELD'] });
  const columns = useSessionColumns().filter(({ key }) => key !== 'counts');
  const { rows, fetching, hasNext, error } = list.state;
  return (
    <section className="panel">
      <h2>{t('mine.heading')}</h2>
      {error && <ErrorState error={error} onRetry={list.again} />}
      {rows.length > 0 ? (
        <GridTable<SessionRow>
          label={t('mine.heading')}
          columns={columns}
          rows={list.state}
          onSort={() => undefined}
          onMore={list.more}
          noteTop={() => undefined}
        />
      ) : fetching ? (
        <Loading rows={2} />
      ) : (
        !error && <Empty text={t('mine.none')} />
      )}
      {hasNext && <ListFoot list={list.state} onMore={list.more} />}
    </section>
  );
}
