import { useMemo } from 'react';
import { Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useViewer, type Viewer } from '@/lib/viewer';
import { features } from '@/routes/features';
import type { NavGroup, NavItem, Translate } from '@/routes/types';

const groups: NavGroup[] = ['watch', 'register', 'system'];

/** The pages that the viewer's actions open, grouped. */
export function SideMenu() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  const { t } = useTranslation();
  const items = useMemo(() => visibleItems(viewer), [viewer]);
  const selected = currentItem(items, pathname);
  return (
    <nav aria-label={t('nav.label')}>
      <Menu
        theme="dark"
        mode="inline"
        selectedKeys={selected ? [selected] : []}
        items={menuItems(items, t as Translate)}
      />
    </nav>
  );
}

export function visibleItems(viewer: Viewer): NavItem[] {
  return features
    .flatMap((feature) => feature.nav)
    .filter((item) => item.show(viewer))
    .sort((a, b) => a.order - b.order);
}

/** The entry with the longest path that the address begins with. */
export function currentItem(items: NavItem[], pathname: string): string | undefined {
  return items
    .map((item) => item.path)
    .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(path + '/')))
    .sort((a, b) => b.length - a.length)[0];
}

function menuItems(items: NavItem[], t: Translate): MenuProps['items'] {
  const entry = (item: NavItem) => ({
    key: item.path,
    icon: item.icon,
    label: <Link to={item.path}>{item.label(t)}</Link>,
  });
  const grouped = groups.map((group) => ({
    key: group,
    type: 'group' as const,
    label: t(`common:nav.group.${group}`),
    children: items.filter((item) => item.group === group).map(entry),
  }));
  return [
    ...items.filter((item) => !item.group).map(entry),
    ...grouped.filter((group) => group.children.length > 0),
  ];
}
