import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import type { RouteObject } from 'react-router';
import type { Viewer } from '@/lib/viewer';
import type zh from '@/locales/zh';

/** A translate function that knows every namespace: t('risk:nav.list'). */
export type Translate = TFunction<(keyof typeof zh)[]>;

export type NavGroup = 'watch' | 'register' | 'system';

/** An entry of the side menu. */
export interface NavItem {
  /** Path it leads to; it is marked on every page below that path. */
  path: string;
  label: (t: Translate) => string;
  icon: ReactNode;
  /** No group puts it on top. */
  group?: NavGroup;
  /** Place within its group, ascending. */
  order: number;
  show: (viewer: Viewer) => boolean;
}

/** What a feature adds to the page. */
export interface Feature {
  /** Pages below the shell; each is loaded when it is first opened. */
  routes: RouteObject[];
  nav: NavItem[];
}
