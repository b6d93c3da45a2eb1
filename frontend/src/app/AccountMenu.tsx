import { UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '@/features/session/paths';
import { useEnum } from '@/lib/enumLabel';
import { useSession, useViewer } from '@/lib/viewer';

/** Who is signed in and in which roles, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const role = useEnum('Role');
  const viewer = useViewer();
  const { signOut } = useSession();
  const navigate = useNavigate();

  const leave = () =>
    signOut().then(
      () => navigate(paths.signIn),
      () => message.error(t('error.network')),
    );

  const roles = viewer.roles.map(({ role: r, unit }, i) => ({
    key: `role-${i}`,
    label: unit ? `${role.label(r)}（${unit.name}）` : role.label(r),
    disabled: true,
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...roles,
          { type: 'divider' },
          {
            key: 'password',
            label: t('shell.changePassword'),
            onClick: () => navigate(paths.password),
          },
          { key: 'leave', label: t('shell.signOut'), onClick: leave },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-haspopup="menu">
        {viewer.person?.name ?? viewer.account.loginName}
      </Button>
    </Dropdown>
  );
}
