import { createContext, use, useMemo } from 'react';
import type { NavItem } from './feature';
import { useViewer, type Viewer } from './viewer';

/** Every entry of the side menu. The route table fills it, so that its readers need not know it. */
export const NavigationContext = createContext<readonly NavItem[]>([]);

/** The entries of the menu that the viewer's actions open, in their order. */
export function useVisibleItems(): NavItem[] {
  const items = use(NavigationContext);
  const viewer = useViewer();
  return useMemo(() => visibleItems(items, viewer), [items, viewer]);
}

export function visibleItems(items: readonly NavItem[], viewer: Viewer): NavItem[] {
  return items.filter((item) => item.show(viewer)).sort((a, b) => a.order - b.order);
}

/** The entry with the longest path that the address begins with. */
export function currentItem(items: readonly NavItem[], pathname: string): string | undefined {
  return items
    .map((item) => item.path)
    .filter((path) => pathname === path || (path !== '/' && pathname.startsWith(path + '/')))
    .sort((a, b) => b.length - a.length)[0];
}
