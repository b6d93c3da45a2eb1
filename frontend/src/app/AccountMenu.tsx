import { useState } from 'react';
import { UserOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '@/features/session/door';
import { useEnum } from '@/lib/enumLabel';
import { useSession, useViewer } from '@/lib/viewer';
import { useNotify } from '@/ui/notify';

/** Who is signed in and in which roles, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const viewer = useViewer();
  const name = viewer.person?.name ?? viewer.account.loginName;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={<AccountPanel onDone={() => setOpen(false)} />}
    >
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-expanded={open}
        aria-label={`${t('shell.account')}：${name}`}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {name}
      </Button>
    </Popover>
  );
}

function AccountPanel({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const role = useEnum('Role');
  const viewer = useViewer();
  const { signOut } = useSession();
  const navigate = useNavigate();

  const leave = () =>
    signOut().then(
      () => navigate(paths.signIn),
      () => notify.error(t('error.network')),
    );

  return (
    <div className="account-panel">
      <div className="account-name">{viewer.account.loginName}</div>
      <ul>
        {viewer.roles.map(({ role: r, unit }, i) => (
          <li key={i}>{unit ? `${role.label(r)}（${unit.name}）` : role.label(r)}</li>
        ))}
      </ul>
      {(
        [
          [paths.security, 'security'],
          [paths.password, 'changePassword'],
        ] as const
      ).map(([path, name]) => (
        <Button
          key={path}
          block
          onClick={() => {
            onDone();
            navigate(path);
          }}
        >
          {t(`shell.${name}`)}
        </Button>
      ))}
      <Button block onClick={leave}>
        {t('shell.signOut')}
      </Button>
    </div>
  );
}
