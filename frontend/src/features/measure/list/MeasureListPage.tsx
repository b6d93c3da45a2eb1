import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { MeasureFilters } from './MeasureFilters';
import { MeasureTable } from './MeasureTable';
import { MeasurePageQuery, type MeasureItem } from './query';
import { measureSpec, toMeasureFilter } from './state';
import '../measure.css';
import { useConnection } from '@/lib/useConnection';
import { useUrlState, writeState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { ListFoot } from '@/ui/ListFoot';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('measure');
  const [state, change] = useUrlState(measureSpec);
  const viewer = useViewer();
  const client = useClient();
  const {
    state: list,
    more,
    again,
  } = useConnection<MeasureItem>(writeState(measureSpec, state), async (after) => {
    const { data, error } = await client
      .query(
        MeasurePageQuery,
        { filter: toMeasureFilter(state), after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.measures, error };
  });
  const ground = new URLSearchParams();
  if (state.unit) ground.set('unit', state.unit);
  if (state.risk) ground.set('risk', state.risk);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can(viewer, 'RECORD_RISK') && (
            <LinkButton type="primary" to={`/measures/new?${ground}`}>
              {t('list.draft')}
            </LinkButton>
          )
        }
      />
      <MeasureFilters state={state} onChange={change} />
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        <MeasureTable list={list} />
        <ListFoot list={list} onMore={more} />
      </section>
    </>
  );
}
