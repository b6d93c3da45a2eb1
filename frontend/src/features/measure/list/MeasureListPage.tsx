import { useTranslation } from 'react-i18next';
import { MeasurePageQuery } from './query';
import { measureSpec, toMeasureFilter } from './state';
import { useMeasureColumns } from './useMeasureColumns';
import { useMeasureFilters } from './useMeasureFilters';
import '../measure.css';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { ListPage } from '@/ui/list/ListPage';
import { useList } from '@/ui/list/useList';

export function Component() {
  const { t } = useTranslation('measure');
  const viewer = useViewer();
  const list = useList({
    name: 'measures',
    spec: measureSpec,
    query: MeasurePageQuery,
    ask: (state) => ({ filter: toMeasureFilter(state) }),
    page: (data) => data.measures,
  });
  const { unit, risk } = list.state;
  // What the list is narrowed to is what a new measure begins with.
  const ground = new URLSearchParams({ ...(unit && { unit }), ...(risk && { risk }) });
  return (
    <ListPage
      list={list}
      title={t('title')}
      filters={useMeasureFilters()}
      columns={useMeasureColumns()}
      className="measure-table"
      actions={
        can(viewer, 'RECORD_RISK') && (
          <LinkButton type="primary" to={`/measures/new?${ground}`}>
            {t('list.draft')}
          </LinkButton>
        )
      }
    />
  );
}
