import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Open } from './open';
import type { AccountItem, RoleItem } from './query';
import { GrantStatusTag, useAccountName } from '@/features/grants/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime, today } from '@/lib/format';
import { can, useViewer } from '@/lib/viewer';

interface Props {
  account: AccountItem;
  onOpen: (open: Open) => void;
}

/** Granted roles, those that have ended too: they are the history of the account. */
export function RoleList({ account, onOpen }: Props) {
  const { t } = useTranslation('accounts');
  if (account.roles.length === 0) return <span className="zero">{t('noRoles')}</span>;
  return (
    <ul className="role-list">
      {account.roles.map((role) => (
        <RoleLine key={role.id} account={account} role={role} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function RoleLine({ account, role, onOpen }: Props & { role: RoleItem }) {
  const { t } = useTranslation(['accounts', 'grants']);
  const viewer = useViewer();
  const label = useEnum('Role');
  const ended = role.to !== null && role.to < today();
  const name = `${label.label(role.role)} ${account.loginName}`;
  const inForce = role.status === 'ACTIVE' && !ended;
  const button = (kind: 'revoke' | 'confirm' | 'decline', text: string) => (
    <Button
      size="small"
      type="link"
      danger={kind !== 'confirm'}
      aria-label={`${text} ${name}`}
      onClick={() => onOpen({ kind, account, role })}
    >
      {text}
    </Button>
  );
  return (
    <li className={ended || role.status === 'DECLINED' ? 'role-ended' : undefined}>
      {t('accounts:roleOn', {
        role: label.label(role.role),
        unit: role.unit?.name ?? t('accounts:wholeSystem'),
      })}{' '}
      <GrantStatusTag status={role.status} />{' '}
      <span className="hint-inline">
        {role.endedAt
          ? t('accounts:revoke.endedAt', { time: formatTime(role.endedAt) })
          : role.to
            ? t('accounts:fromTo', { from: role.from, to: role.to })
            : t('accounts:since', { from: role.from })}
      </span>
      {role.mayConfirm && button('confirm', t('grants:confirm.action'))}
      {role.mayDecline && button('decline', t('grants:decline.action'))}
      {inForce && can(viewer, 'GRANT_ROLES') && button('revoke', t('accounts:revoke.action'))}
      <Origin role={role} />
    </li>
  );
}

/** Who granted the role, who was the second person, and why. */
function Origin({ role }: { role: RoleItem }) {
  const { t } = useTranslation('grants');
  const name = useAccountName();
  const decided = role.status === 'DECLINED' ? 'origin.declined' : 'origin.confirmed';
  const told = [
    t('origin.granted', { name: name(role.grantedBy), time: formatTime(role.grantedAt) }),
    role.confirmedAt &&
      t(decided, { name: name(role.confirmedBy), time: formatTime(role.confirmedAt) }),
    role.reason && t('origin.reason', { reason: role.reason }),
  ];
  return <div className="role-origin">{told.filter(Boolean).join(t('origin.and'))}</div>;
}
