import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { NavGroup, Translate } from '@/lib/feature';
import { currentItem, useVisibleItems } from '@/lib/navigation';

const groups: (NavGroup | undefined)[] = [undefined, 'watch', 'register', 'system'];

/**
 * The pages that the viewer's actions open, grouped. Plain lists of links: they
 * are read out as such, where antd's menu would be read as a menu of commands.
 */
export function SideMenu({ collapsed }: { collapsed: boolean }) {
  const { pathname } = useLocation();
  const { t } = useTranslation();
  const items = useVisibleItems();
  const current = currentItem(items, pathname);
  return (
    <nav aria-label={t('nav.label')} className="side-menu">
      <Link to="/" className="shell-brand" aria-label={t('app.name')}>
        {collapsed ? t('app.short') : t('app.name')}
      </Link>
      {groups.map((group) => {
        const members = items.filter((item) => item.group === group);
        if (members.length === 0) return null;
        const heading = group && t(`nav.group.${group}`);
        return (
          <div key={group ?? 'top'} role={group && 'group'} aria-label={heading}>
            {heading && !collapsed && <div className="side-menu-heading">{heading}</div>}
            <ul>
              {members.map((item) => {
                const label = item.label(t as Translate);
                return (
                  <li key={item.path}>
                    <Link
                      to={item.path}
                      title={collapsed ? label : undefined}
                      aria-current={item.path === current ? 'page' : undefined}
                    >
                      {/* antd's icons are read out by their English names. */}
                      <span aria-hidden="true">{item.icon}</span>
                      <span className={collapsed ? 'visually-hidden' : undefined}>{label}</span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
