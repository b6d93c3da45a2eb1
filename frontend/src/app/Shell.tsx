import { useEffect, useRef, useState } from 'react';
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { AccountMenu } from './AccountMenu';
import { LiveProvider } from './LiveProvider';
import { LanguageSwitch } from '@/ui/LanguageSwitch';
import { SideMenu } from './SideMenu';
import { NoticeBell } from '@/features/notify/door';

/** Below this width the menu starts as a column of icons. */
const narrow = '(max-width: 992px)';

/** Frame of every page of the signed-in. */
export function Shell() {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(() => window.matchMedia(narrow).matches);
  const main = useRef<HTMLElement>(null);
  const busy = useNavigation().state !== 'idle';
  useFocusOnNavigation(main);

  return (
    <LiveProvider>
      <div className={collapsed ? 'shell shell-collapsed' : 'shell'}>
        <a
          className="skip-link"
          href="#main"
          onClick={(event) => {
            // The fragment would be taken for a change of address by the router.
            event.preventDefault();
            main.current?.focus();
          }}
        >
          {t('shell.skip')}
        </a>
        <div className="shell-side">
          <SideMenu collapsed={collapsed} />
        </div>
        <header className="shell-header">
          <Button
            className="shell-header-start"
            type="text"
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={collapsed ? t('nav.expand') : t('nav.collapse')}
            aria-expanded={!collapsed}
            onClick={() => setCollapsed(!collapsed)}
          />
          <NoticeBell />
          <LanguageSwitch />
          <AccountMenu />
        </header>
        <main id="main" ref={main} tabIndex={-1} className="shell-main" aria-busy={busy}>
          <Outlet />
        </main>
        <ScrollRestoration />
      </div>
    </LiveProvider>
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
