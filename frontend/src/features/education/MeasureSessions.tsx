import { useTranslation } from 'react-i18next';
import type { SessionRow } from './query';
import { useSessionColumns } from './useSessionColumns';
import { useSessions } from './useSessions';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { GridTable } from '@/ui/list/GridTable';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';

/** The sessions by which a measure is carried out. */
export default function MeasureSessions({ measureId }: { measureId: string }) {
  const { t } = useTranslation('education');
  const list = useSessions(measureId, { measureId });
  const columns = useSessionColumns().filter(({ key }) => key !== 'mine' && key !== 'minutes');
  const { rows, fetching, hasNext, error } = list.state;
  return (
    <section className="panel">
      <h2>{t('ofMeasure.title')}</h2>
      {error && <ErrorState error={error} onRetry={list.again} />}
      {rows.length > 0 ? (
        <GridTable<SessionRow>
          label={t('ofMeasure.title')}
          columns={columns}
          rows={list.state}
          onSort={() => undefined}
          onMore={list.more}
          noteTop={() => undefined}
        />
      ) : fetching ? (
        <Loading rows={2} />
      ) : (
        !error && <Empty text={t('ofMeasure.none')} />
      )}
      {hasNext && <ListFoot list={list.state} onMore={list.more} />}
    </section>
  );
}
