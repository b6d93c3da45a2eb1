import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AccountItem, RoleItem } from './query';
import { ResetPasswordDialog } from './ResetPasswordDialog';
import { GrantRoleDialog, RevokeRoleDialog } from './RoleDialogs';
import './accounts.css';
import { useEnum } from '@/lib/enumLabel';
import { formatTime, today } from '@/lib/format';
import type { Rows } from '@/lib/useConnection';
import { can, useViewer } from '@/lib/viewer';
import { Empty } from '@/ui/Empty';
import { Loading } from '@/ui/Loading';

interface Props {
  list: Rows<AccountItem>;
  onChanged: () => void;
}

type Open =
  | { kind: 'reset'; account: AccountItem }
  | { kind: 'grant'; account: AccountItem }
  | { kind: 'revoke'; account: AccountItem; role: RoleItem };

export function AccountTable({ list, onChanged }: Props) {
  const { t } = useTranslation(['accounts', 'common']);
  const [open, setOpen] = useState<Open | null>(null);
  const frame = {
    onClose: () => setOpen(null),
    onDone: () => {
      setOpen(null);
      onChanged();
    },
  };
  if (list.rows.length === 0) {
    if (list.fetching) return <Loading rows={6} />;
    return list.error ? null : <Empty text={t('common:state.emptyFiltered')} />;
  }
  return (
    <div className="table-scroll">
      <table className="grid-table account-table">
        <caption className="visually-hidden">{t('accounts:title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('accounts:field.loginName')}</th>
            <th scope="col">{t('accounts:field.person')}</th>
            <th scope="col">{t('accounts:field.roles')}</th>
            <th scope="col">{t('accounts:field.state')}</th>
            <th scope="col">{t('accounts:field.lastSignInAt')}</th>
            <th scope="col">{t('accounts:field.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((account) => (
            <Row key={account.id} account={account} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {open?.kind === 'reset' && <ResetPasswordDialog account={open.account} {...frame} />}
      {open?.kind === 'grant' && <GrantRoleDialog account={open.account} {...frame} />}
      {open?.kind === 'revoke' && (
        <RevokeRoleDialog account={open.account} role={open.role} {...frame} />
      )}
    </div>
  );
}

function Row({ account, onOpen }: { account: AccountItem; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('accounts');
  const viewer = useViewer();
  const { person } = account;
  return (
    <tr>
      <th scope="row">{account.loginName}</th>
      <td>
        {person ? (
          <>
            {person.name}{' '}
            <span className="hint-inline">
              {[person.unit?.name, person.jobTitle].filter(Boolean).join(' ')}
            </span>
          </>
        ) : (
          '—'
        )}
      </td>
      <td>
        <Roles
          account={account}
          onRevoke={
            can(viewer, 'GRANT_ROLES') ? (role) => onOpen({ kind: 'revoke', account, role }) : null
          }
        />
      </td>
      <td>
        {account.disabled && <span className="tag tag-alarm">{t('state.disabled')}</span>}
        {account.lockedUntil && (
          <span className="tag tag-alarm">
            {t('state.locked', { time: formatTime(account.lockedUntil) })}
          </span>
        )}
        {!account.disabled && !account.lockedUntil && t('state.open')}
      </td>
      <td className="nowrap">
        {account.lastSignInAt ? formatTime(account.lastSignInAt) : t('never')}
      </td>
      <td>
        <span className="row-buttons">
          {can(viewer, 'MANAGE_ACCOUNTS') && (
            <Button
              size="small"
              aria-label={`${t('reset.action')} ${account.loginName}`}
              onClick={() => onOpen({ kind: 'reset', account })}
            >
              {t('reset.action')}
            </Button>
          )}
          {can(viewer, 'GRANT_ROLES') && (
            <Button
              size="small"
              aria-label={`${t('grant.action')} ${account.loginName}`}
              onClick={() => onOpen({ kind: 'grant', account })}
            >
              {t('grant.action')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

interface RolesProps {
  account: AccountItem;
  onRevoke: ((role: RoleItem) => void) | null;
}

/** Granted roles, those that have ended too: they are the history of the account. */
function Roles({ account, onRevoke }: RolesProps) {
  const { t } = useTranslation('accounts');
  const label = useEnum('Role');
  const day = today();
  if (account.roles.length === 0) return <span className="zero">{t('noRoles')}</span>;
  return (
    <ul className="role-list">
      {account.roles.map((role) => {
        const ended = role.to !== null && role.to < day;
        return (
          <li key={role.id} className={ended ? 'role-ended' : undefined}>
            {label.label(role.role)}（{role.unit?.name ?? t('wholeSystem')}）
            <span className="hint-inline">
              {role.to
                ? t('fromTo', { from: role.from, to: role.to })
                : t('since', { from: role.from })}
            </span>
            {onRevoke && !ended && (
              <Button
                size="small"
                type="link"
                danger
                aria-label={`${t('revoke.action')} ${label.label(role.role)} ${account.loginName}`}
                onClick={() => onRevoke(role)}
              >
                {t('revoke.action')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
