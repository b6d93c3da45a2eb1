import { useEffect, useRef, useState } from 'react';
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Layout } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { AccountMenu } from './AccountMenu';
import { LanguageSwitch } from './LanguageSwitch';
import { SideMenu } from './SideMenu';

const { Header, Sider, Content } = Layout;

/** Frame of every page of the signed-in. */
export function Shell() {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(false);
  const main = useRef<HTMLElement>(null);
  const busy = useNavigation().state !== 'idle';
  useFocusOnNavigation(main);

  return (
    <Layout hasSider className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Sider
        className="shell-sider"
        width={208}
        collapsedWidth={56}
        collapsible
        trigger={null}
        collapsed={collapsed}
        breakpoint="lg"
        onBreakpoint={setCollapsed}
      >
        <Link to="/" className="shell-brand" aria-label={t('app.name')}>
          {collapsed ? t('app.short') : t('app.name')}
        </Link>
        <SideMenu />
      </Sider>
      <Layout>
        <Header className="shell-header">
          <Button
            className="shell-header-start"
            type="text"
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={collapsed ? t('nav.expand') : t('nav.collapse')}
            aria-expanded={!collapsed}
            onClick={() => setCollapsed(!collapsed)}
          />
          <LanguageSwitch />
          <AccountMenu />
        </Header>
        <Content id="main" ref={main} tabIndex={-1} className="shell-main" aria-busy={busy}>
          <Outlet />
        </Content>
      </Layout>
      <ScrollRestoration />
    </Layout>
  );
}

/**
 * Puts the focus where the new page begins, as a full page load would. A change
 * of filters alone (the query string) leaves it where the reader works.
 */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    (document.getElementById('page-title') ?? main.current)?.focus({ preventScroll: true });
  }, [pathname, main]);
}
