import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sessionPath, yearPath } from './path';
import { PlanDialog } from './PlanDialog';
import { SessionListQuery } from './query';
import { sessionSpec, toFilter, type SessionListState } from './state';
import { useSessionColumns } from './useSessionColumns';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { dayFilter, enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';
import { ListPage } from '@/ui/list/ListPage';
import { useList } from '@/ui/list/useList';

/** The sessions of education that the viewer sees, and planning one. */
export function Component() {
  const { t } = useTranslation('education');
  const viewer = useViewer();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const list = useList({
    name: 'education',
    spec: sessionSpec,
    query: SessionListQuery,
    ask: (state) => ({ filter: toFilter(state) }),
    page: (data) => data.educationSessions,
  });
  const filters: FilterOf<SessionListState>[] = [
    unitFilter('unit', t('field.unit')),
    enumFilter('kind', t('field.kind'), 'EducationKind'),
    enumFilter('state', t('field.state'), 'EducationState'),
    dayFilter('from', t('filter.from'), { before: 'to' }),
    dayFilter('to', t('filter.to'), { after: 'from' }),
  ];
  return (
    <>
      <ListPage
        list={list}
        title={t('title')}
        filters={filters}
        columns={useSessionColumns()}
        actions={
          <>
            <LinkButton to={yearPath}>{t('year.action')}</LinkButton>
            {can(viewer, 'RECORD_RISK') && (
              <Button type="primary" onClick={() => setPlanning(true)}>
                {t('plan.action')}
              </Button>
            )}
          </>
        }
      />
      {planning && (
        <PlanDialog
          unitId={list.state.unit}
          onClose={() => setPlanning(false)}
          onDone={(id) => void navigate(sessionPath(id))}
        />
      )}
    </>
  );
}
