import type { Feature } from '@/lib/feature';

/** Reached from the bell, so it needs no entry in the side menu. */
export const notify: Feature = {
  routes: [
    { path: '/notices', lazy: () => import('./NoticesPage') },
    { path: '/notices/settings', lazy: () => import('./SettingsPage') },
  ],
  nav: [],
};
