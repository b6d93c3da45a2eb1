import { Suspense, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MeasurePageQuery, type MeasureItem } from './query';
import { measureSpec, toMeasureFilter } from './state';
import { useChosen } from './useChosen';
import { useMeasureColumns } from './useMeasureColumns';
import { useMeasureFilters } from './useMeasureFilters';
import '../measure.css';
import { ScheduleMany, taskKinds } from '@/features/task/door';
import type { Enum } from '@/gql';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { ListPage } from '@/ui/list/ListPage';
import { useList } from '@/ui/list/useList';

/** The measures whose tasks are about to be scheduled. */
interface Asking {
  kind: Enum<'TaskKind'>;
  measures: MeasureItem[];
}

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
  const { chosen, columns, clear } = useChosen(list.rows.rows);
  const [asking, setAsking] = useState<Asking | null>(null);
  const of = (kind: Enum<'TaskKind'>) => chosen.filter((row) => row.schedulable.includes(kind));
  const { unit, risk } = list.state;
  // What the list is narrowed to is what a new measure begins with.
  const ground = new URLSearchParams({ ...(unit && { unit }), ...(risk && { risk }) });
  return (
    <>
      <ListPage
        list={list}
        title={t('title')}
        filters={useMeasureFilters()}
        columns={[...columns, ...useMeasureColumns()]}
        className="measure-table"
        actions={
          <>
            {taskKinds.map(
              (one) =>
                of(one).length > 0 && (
                  <Button key={one} onClick={() => setAsking({ kind: one, measures: of(one) })}>
                    {t(`list.schedule.${one}`, { count: of(one).length })}
                  </Button>
                ),
            )}
            {can(viewer, 'RECORD_RISK') && (
              <LinkButton type="primary" to={`/measures/new?${ground}`}>
                {t('list.draft')}
              </LinkButton>
            )}
          </>
        }
      />
      {asking && (
        <Suspense fallback={null}>
          <ScheduleMany {...asking} onClose={() => setAsking(null)} onDone={clear} />
        </Suspense>
      )}
    </>
  );
}
