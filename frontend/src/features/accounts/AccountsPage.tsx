import { useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { AccountTable } from './AccountTable';
import { CreateAccountDialog } from './CreateAccountDialog';
import { AccountPageQuery, type AccountItem } from './query';
import { useConnection } from '@/lib/useConnection';
import { text, useUrlState } from '@/lib/urlState';
import { can, useViewer } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { ListFoot } from '@/ui/ListFoot';
import { PageHeader } from '@/ui/PageHeader';

const spec = { q: text };

export function Component() {
  const { t } = useTranslation('accounts');
  const [{ q }, change] = useUrlState(spec);
  const viewer = useViewer();
  const client = useClient();
  const [creating, setCreating] = useState(false);
  const {
    state: list,
    more,
    again,
    restart,
  } = useConnection<AccountItem>(q ?? '', async (after) => {
    const { data, error } = await client
      .query(
        AccountPageQuery,
        { text: q, after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.accounts, error };
  });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          can(viewer, 'MANAGE_ACCOUNTS') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('create.action')}
            </Button>
          )
        }
      />
      <section className="panel filter-bar" aria-label={t('filter')}>
        <Field label={t('search')}>
          {(id) => (
            <Input.Search
              key={q ?? ''}
              id={id}
              allowClear
              defaultValue={q}
              placeholder={t('searchHint')}
              onSearch={(next) => change({ q: next.trim() || undefined })}
              className="filter-unit"
            />
          )}
        </Field>
      </section>
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        <AccountTable list={list} onChanged={restart} />
        <ListFoot list={list} onMore={more} />
      </section>
      {creating && (
        <CreateAccountDialog
          onClose={() => setCreating(false)}
          onDone={(loginName) => {
            setCreating(false);
            if (q === loginName) restart();
            // The new account stands in the list that is shown next.
            else change({ q: loginName });
          }}
        />
      )}
    </>
  );
}
