import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { AuditTabs } from '../AuditTabs';
import { AuditPageQuery, type EntryItem } from '../query';
import { auditSpec, clearedAudit, toAuditFilter, type AuditState } from '../state';
import { useNames } from '../useNames';
import { shortId, useAuditWords } from '../words';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { ObjectHistory } from './ObjectHistory';
import { useConnection } from '@/lib/useConnection';
import { useUrlState, writeState } from '@/lib/urlState';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { PageHeader } from '@/ui/PageHeader';

type Change = (changes: Partial<AuditState>) => void;

export function Component() {
  const { t } = useTranslation('audit');
  const [state, change] = useUrlState(auditSpec);
  return (
    <>
      <PageHeader title={t('title')} />
      <AuditTabs />
      {state.object ? (
        <ObjectHistory state={state} id={state.object} onChange={change} />
      ) : (
        <Entries state={state} onChange={change} />
      )}
    </>
  );
}

function Entries({ state, onChange }: { state: AuditState; onChange: Change }) {
  const client = useClient();
  const words = useAuditWords();
  const {
    state: list,
    more,
    again,
  } = useConnection<EntryItem>(writeState(auditSpec, state), async (after) => {
    const { data, error } = await client
      .query(
        AuditPageQuery,
        { filter: toAuditFilter(state), after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.auditEntries, error };
  });
  const names = useNames(list.rows.map((row) => row.object));
  const actor = list.rows.find((row) => row.actor.accountId === state.actor)?.actor;
  return (
    <>
      <AuditFilters
        state={state}
        onChange={onChange}
        actor={actor ? words.actor(actor) : shortId(state.actor ?? '')}
        object=""
      />
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        <AuditTable
          list={list}
          names={names}
          onActor={(actor) => onChange({ actor })}
          // Its whole history, whatever was looked for before.
          onObject={(object) => onChange({ ...clearedAudit, object })}
        />
        <ListFoot list={list} onMore={more} />
      </section>
    </>
  );
}
