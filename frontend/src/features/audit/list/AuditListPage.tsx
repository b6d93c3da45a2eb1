import { useTranslation } from 'react-i18next';
import { AuditTabs } from '../AuditTabs';
import { AuditPageQuery } from '../query';
import { auditSpec, clearedAudit, toAuditFilter } from '../state';
import { useNames } from '../useNames';
import { shortId, useAuditWords } from '../words';
import { ObjectHistory } from './ObjectHistory';
import { PickedTags } from './PickedTags';
import { useAuditColumns } from './useAuditColumns';
import { useAuditFilters } from './useAuditFilters';
import { useUrlState } from '@/lib/urlState';
import { ListPage } from '@/ui/list/ListPage';
import { useList } from '@/ui/list/useList';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t } = useTranslation('audit');
  const [state, change] = useUrlState(auditSpec);
  if (!state.object) return <Entries />;
  return (
    <>
      <PageHeader title={t('title')} />
      <AuditTabs />
      <ObjectHistory state={state} id={state.object} onChange={change} />
    </>
  );
}

function Entries() {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const list = useList({
    name: 'audit',
    spec: auditSpec,
    query: AuditPageQuery,
    ask: (state) => ({ filter: toAuditFilter(state) }),
    page: (data) => data.auditEntries,
  });
  const { state, change } = list;
  const { rows } = list.rows;
  const actor = rows.find((row) => row.actor.accountId === state.actor)?.actor;
  const columns = useAuditColumns({
    names: useNames(rows.map((row) => row.object)),
    onActor: (actor) => change({ actor }),
    // Its whole history, whatever was looked for before.
    onObject: (object) => change({ ...clearedAudit, object }),
  });
  return (
    <ListPage
      list={list}
      title={t('title')}
      label={t('tabs.entries')}
      tabs={<AuditTabs />}
      filters={useAuditFilters()}
      columns={columns}
      keep={[]}
      className="audit-table"
      conditions={
        <PickedTags
          state={state}
          onChange={change}
          actor={actor ? words.actor(actor) : shortId(state.actor ?? '')}
        />
      }
    />
  );
}
