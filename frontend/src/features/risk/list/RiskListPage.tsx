import { useTranslation } from 'react-i18next';
import { riskSpec, toRiskFilter, toRiskOrder } from '../riskState';
import { RiskPageQuery } from './query';
import { useRiskColumns } from './useRiskColumns';
import { useRiskFilters } from './useRiskFilters';
import './list.css';
import { GiveLink } from '@/features/instruction/door';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { ListPage } from '@/ui/list/ListPage';
import { useList } from '@/ui/list/useList';
import { VirtualTable } from '@/ui/list/VirtualTable';

export function Component() {
  const { t } = useTranslation('risk');
  const viewer = useViewer();
  const list = useList({
    name: 'risks',
    spec: riskSpec,
    query: RiskPageQuery,
    ask: (state) => ({ filter: toRiskFilter(state), orderBy: toRiskOrder(state.sort) }),
    page: (data) => data.riskPoints,
  });
  const { unit } = list.state;
  return (
    <ListPage
      list={list}
      title={t('title')}
      label={t('list.region')}
      filters={useRiskFilters()}
      columns={useRiskColumns()}
      table={(table) => <VirtualTable {...table} path={(row) => `/risks/${row.id}`} />}
      actions={
        <>
          {unit && <GiveLink about={{ ...list.state, sort: undefined, selection: true }} />}
          {can(viewer, 'RECORD_RISK') && (
            <LinkButton type="primary" to={unit ? `/risks/new?unit=${unit}` : '/risks/new'}>
              {t('list.record')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
