import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FileDialog } from './FileDialog';
import { NewDialog } from './NewDialog';
import { proceedingPath } from './path';
import { ProceedingListQuery } from './query';
import { proceedingSpec, toFilter, type ProceedingListState } from './state';
import { useProceedingColumns } from './useProceedingColumns';
import './proceeding.css';
import { PowerSelect } from '@/features/power/door';
import { can, useViewer } from '@/lib/viewer';
import { dayFilter, enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';
import { ListPage } from '@/ui/list/ListPage';
import { checkFilter, textFilter } from '@/ui/list/textFilters';
import { useList } from '@/ui/list/useList';

/** The proceedings that the viewer sees, those received last first. */
export function Component() {
  const { t } = useTranslation('proceeding');
  const viewer = useViewer();
  const navigate = useNavigate();
  const list = useList({
    name: 'proceedings',
    spec: proceedingSpec,
    query: ProceedingListQuery,
    ask: (state) => ({ filter: toFilter(state) }),
    page: (data) => data.proceedings,
  });
  const [open, setOpen] = useState<'new' | 'file' | null>(null);
  const close = () => setOpen(null);
  const { unit, power } = list.state;
  const filters: FilterOf<ProceedingListState>[] = [
    unitFilter('unit', t('head.unit')),
    {
      name: 'power',
      label: t('head.power'),
      control: ({ id, value, set }) => (
        <PowerSelect id={id} unitId={unit} value={value} onChange={set} />
      ),
    },
    textFilter('number', t('field.number'), t('filter.numberHint')),
    enumFilter('state', t('head.state'), 'ProceedingState'),
    dayFilter('from', t('filter.from'), { before: 'to' }),
    dayFilter('to', t('filter.to'), { after: 'from' }),
    enumFilter('strays', t('head.strays'), 'DeviationKind'),
    checkFilter('lasting', t('filter.lasting')),
  ];
  return (
    <>
      <ListPage
        list={list}
        title={t('title')}
        filters={filters}
        columns={useProceedingColumns()}
        actions={
          can(viewer, 'RECORD_PROCEEDINGS') && (
            <>
              <Button onClick={() => setOpen('file')}>{t('file.action')}</Button>
              <Button type="primary" onClick={() => setOpen('new')}>
                {t('new.action')}
              </Button>
            </>
          )
        }
      />
      {open === 'new' && (
        <NewDialog
          powerId={power}
          onClose={close}
          onDone={(id) => {
            close();
            if (id) void navigate(proceedingPath(id));
            else list.refresh();
          }}
        />
      )}
      {open === 'file' && (
        <FileDialog
          of={{ powerId: power, unitId: unit }}
          onClose={() => {
            close();
            list.refresh();
          }}
          onDone={() => {
            close();
            list.refresh();
          }}
        />
      )}
    </>
  );
}
