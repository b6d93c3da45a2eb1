import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useAccountName } from './accountName';
import { ConfirmGrantDialog, DeclineGrantDialog } from './GrantDialogs';
import { PendingGrantsQuery, type PendingGrant } from './query';
import './grants.css';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { useConnection, type Rows } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { ErrorState } from '@/ui/ErrorState';
import { ListFoot } from '@/ui/ListFoot';
import { Loading } from '@/ui/Loading';
import { PageHeader } from '@/ui/PageHeader';

type Open = { kind: 'confirm' | 'decline'; grant: PendingGrant };

/** Granted roles that wait for a second person. */
export function Component() {
  const { t } = useTranslation('grants');
  const client = useClient();
  const [open, setOpen] = useState<Open | null>(null);
  const {
    state: list,
    more,
    again,
    restart,
  } = useConnection<PendingGrant>('', async (after) => {
    const { data, error } = await client
      .query(
        PendingGrantsQuery,
        { after, count: after === null },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.pendingGrants, error };
  });
  const frame = {
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      restart();
    },
  };
  return (
    <>
      <PageHeader title={t('title')} />
      {list.error && <ErrorState error={list.error} onRetry={again} />}
      <section className="panel" aria-busy={list.fetching}>
        <p className="hint">{t('intro')}</p>
        <GrantTable list={list} onOpen={setOpen} />
        <ListFoot list={list} onMore={more} />
      </section>
      {open?.kind === 'confirm' && <ConfirmGrantDialog grant={open.grant} {...frame} />}
      {open?.kind === 'decline' && <DeclineGrantDialog grant={open.grant} {...frame} />}
    </>
  );
}

interface TableProps {
  list: Rows<PendingGrant>;
  onOpen: (open: Open) => void;
}

function GrantTable({ list, onOpen }: TableProps) {
  const { t } = useTranslation('grants');
  const role = useEnum('Role');
  const name = useAccountName();
  if (list.rows.length === 0) {
    if (list.fetching) return <Loading rows={4} />;
    return list.error ? null : <Empty text={t('none')} />;
  }
  return (
    <div className="table-scroll">
      <table className="grid-table grant-table">
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.holder')}</th>
            <th scope="col">{t('field.role')}</th>
            <th scope="col">{t('field.unit')}</th>
            <th scope="col">{t('field.term')}</th>
            <th scope="col">{t('field.reason')}</th>
            <th scope="col">{t('field.grantedBy')}</th>
            <th scope="col">{t('field.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((grant) => {
            const what = `${role.label(grant.role)} ${name(grant.holder)}`;
            return (
              <tr key={grant.id}>
                <th scope="row" className="nowrap">
                  {name(grant.holder)}
                </th>
                <td className="nowrap">{role.label(grant.role)}</td>
                <td>{grant.unit?.name ?? t('wholeSystem')}</td>
                <td className="nowrap">
                  {grant.to
                    ? t('fromTo', { from: grant.from, to: grant.to })
                    : t('since', { from: grant.from })}
                </td>
                <td className="prose">{grant.reason}</td>
                <td>
                  {name(grant.grantedBy)}{' '}
                  <span className="hint-inline nowrap">{formatTime(grant.grantedAt)}</span>
                </td>
                <td>
                  <span className="row-buttons">
                    {grant.mayConfirm && (
                      <Button
                        size="small"
                        type="primary"
                        aria-label={`${t('confirm.action')} ${what}`}
                        onClick={() => onOpen({ kind: 'confirm', grant })}
                      >
                        {t('confirm.action')}
                      </Button>
                    )}
                    {grant.mayDecline && (
                      <Button
                        size="small"
                        danger
                        aria-label={`${t('decline.action')} ${what}`}
                        onClick={() => onOpen({ kind: 'decline', grant })}
                      >
                        {t('decline.action')}
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
