import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Open } from './open';
import type { AccountItem } from './query';
import { RoleList } from './RoleList';
import { useAccountName } from '@/features/grants/door';
import { useEnum } from '@/lib/enumLabel';
import { formatTime } from '@/lib/format';
import { can, useViewer } from '@/lib/viewer';

interface Props {
  account: AccountItem;
  onOpen: (open: Open) => void;
}

export function AccountRow({ account, onOpen }: Props) {
  const { t } = useTranslation('accounts');
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
        <RoleList account={account} onOpen={onOpen} />
      </td>
      <td>
        <State account={account} />
      </td>
      <td className="nowrap">
        {account.lastSignInAt ? formatTime(account.lastSignInAt) : t('never')}
      </td>
      <td>
        <Buttons account={account} onOpen={onOpen} />
      </td>
    </tr>
  );
}

function State({ account }: { account: AccountItem }) {
  const { t } = useTranslation('accounts');
  const kind = useEnum('ActKind');
  const name = useAccountName();
  const { disabled, lockedUntil, secondFactorEnabled, waitingActs } = account;
  return (
    <span className="tags">
      {disabled && <span className="tag tag-alarm">{t('state.disabled')}</span>}
      {lockedUntil && (
        <span className="tag tag-alarm">
          {t('state.locked', { time: formatTime(lockedUntil) })}
        </span>
      )}
      {!disabled && !lockedUntil && <span>{t('state.open')}</span>}
      <span className={secondFactorEnabled ? 'tag tag-good' : 'tag'}>
        {t(secondFactorEnabled ? 'state.factorOn' : 'state.factorOff')}
      </span>
      {waitingActs.map((act) => (
        <span key={act.id} className="tag tag-wait">
          {t('waitsFor', {
            act: kind.label(act.kind),
            names: act.asked.map(name).join(t('and')) || t('nobody'),
          })}
        </span>
      ))}
    </span>
  );
}

function Buttons({ account, onOpen }: Props) {
  const { t } = useTranslation('accounts');
  const viewer = useViewer();
  const button = (kind: 'reset' | 'resetFactor' | 'disable' | 'enable' | 'grant') => (
    <Button
      key={kind}
      size="small"
      aria-label={`${t(`${kind}.action`)} ${account.loginName}`}
      onClick={() => onOpen({ kind, account })}
    >
      {t(`${kind}.action`)}
    </Button>
  );
  return (
    <span className="row-buttons account-buttons">
      {account.mayManage && [
        button('reset'),
        account.secondFactorEnabled && button('resetFactor'),
        button(account.disabled ? 'enable' : 'disable'),
      ]}
      {can(viewer, 'GRANT_ROLES') && button('grant')}
    </span>
  );
}
