import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DisableAccountDialog, EnableAccountDialog, ResetFactorDialog } from './AccountDialogs';
import { AccountRow } from './AccountRow';
import type { Open } from './open';
import type { AccountItem } from './query';
import { ResetPasswordDialog } from './ResetPasswordDialog';
import { GrantRoleDialog, RevokeRoleDialog } from './RoleDialogs';
import './accounts.css';
import { ConfirmGrantDialog, DeclineGrantDialog } from '@/features/grants/door';
import type { Rows } from '@/lib/useConnection';
import { Empty } from '@/ui/Empty';
import { Loading } from '@/ui/Loading';

interface Props {
  list: Rows<AccountItem>;
  onChanged: () => void;
}

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
            <AccountRow key={account.id} account={account} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {open?.kind === 'reset' && <ResetPasswordDialog account={open.account} {...frame} />}
      {open?.kind === 'resetFactor' && <ResetFactorDialog account={open.account} {...frame} />}
      {open?.kind === 'disable' && <DisableAccountDialog account={open.account} {...frame} />}
      {open?.kind === 'enable' && <EnableAccountDialog account={open.account} {...frame} />}
      {open?.kind === 'grant' && <GrantRoleDialog account={open.account} {...frame} />}
      {open?.kind === 'revoke' && (
        <RevokeRoleDialog account={open.account} role={open.role} {...frame} />
      )}
      {open?.kind === 'confirm' && <ConfirmGrantDialog grant={open.role} {...frame} />}
      {open?.kind === 'decline' && <DeclineGrantDialog grant={open.role} {...frame} />}
    </div>
  );
}
