import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileDialog } from './FileDialog';
import { IndicatorListQuery, type IndicatorRow } from './query';
import { RecordDialog } from './RecordDialog';
import { indicatorSpec, toFilter, type IndicatorListState } from './state';
import { useIndicatorColumns } from './useIndicatorColumns';
import './indicator.css';
import { can, useViewer } from '@/lib/viewer';
import { enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';
import { ListPage } from '@/ui/list/ListPage';
import { checkFilter } from '@/ui/list/textFilters';
import { useList } from '@/ui/list/useList';

/** The indicators that the viewer sees, and what is to be recorded of them. */
export function Component() {
  const { t } = useTranslation('indicator');
  const viewer = useViewer();
  const list = useList({
    name: 'indicators',
    spec: indicatorSpec,
    query: IndicatorListQuery,
    ask: (state) => ({ filter: toFilter(state) }),
    page: (data) => data.indicators,
  });
  const [recording, setRecording] = useState<IndicatorRow | null>(null);
  const [filing, setFiling] = useState(false);
  const filters: FilterOf<IndicatorListState>[] = [
    unitFilter('unit', t('head.unit')),
    enumFilter('state', t('head.state'), 'IndicatorState'),
    checkFilter('mine', t('filter.mine')),
    checkFilter('owed', t('filter.owed')),
    checkFilter('stopped', t('filter.stopped')),
  ];
  return (
    <>
      <ListPage
        list={list}
        title={t('title')}
        filters={filters}
        columns={useIndicatorColumns(setRecording)}
        actions={
          (viewer.person ?? can(viewer, 'RECORD_READINGS')) && (
            <Button onClick={() => setFiling(true)}>{t('file.action')}</Button>
          )
        }
      />
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
      {filing && (
        <FileDialog
          unitId={list.state.unit}
          onClose={() => setFiling(false)}
          onDone={() => {
            setFiling(false);
            list.refresh();
          }}
        />
      )}
    </>
  );
}
