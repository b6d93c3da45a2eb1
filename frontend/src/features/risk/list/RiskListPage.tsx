import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { riskSpec } from '../riskState';
import { ColumnChoice } from './ColumnChoice';
import { RiskFilters } from './RiskFilters';
import { RiskTable } from './RiskTable';
import { useColumns } from './useColumns';
import { useRiskPages } from './useRiskPages';
import './list.css';
import { useUrlState, writeState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { LinkButton } from '@/ui/LinkButton';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation(['risk', 'common']);
  const [state, change] = useUrlState(riskSpec);
  const [shown, choose] = useColumns();
  const viewer = useViewer();
  const { pages, more, again, remember, restoredTop } = useRiskPages(
    writeState(riskSpec, state),
    state,
  );
  const { rows, total, fetching, hasNext, error } = pages;

  return (
    <>
      <PageHeader
        title={t('risk:title')}
        actions={
          <>
            <ColumnChoice shown={shown} onChange={choose} />
            {can(viewer, 'RECORD_RISK') && (
              <LinkButton
                type="primary"
                to={state.unit ? `/risks/new?unit=${state.unit}` : '/risks/new'}
              >
                {t('risk:list.record')}
              </LinkButton>
            )}
          </>
        }
      />
      <RiskFilters state={state} onChange={change} />
      {error && <ErrorState error={error} onRetry={() => void again()} />}
      {rows.length === 0 ? (
        !error &&
        (fetching ? <Loading rows={12} /> : <Empty text={t('common:state.emptyFiltered')} />)
      ) : (
        <RiskTable
          pages={pages}
          shown={shown}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
          onMore={more}
          onLeave={remember}
          restoredTop={restoredTop}
        />
      )}
      <div className="list-foot" role="status">
        {total !== null && t('common:state.loaded', { shown: rows.length, total })}
        {fetching && ` ${t('common:state.loading')}`}
        {hasNext && !fetching && (
          <Button size="small" onClick={more}>
            {t('common:action.more')}
          </Button>
        )}
      </div>
    </>
  );
}
