import type { Feature } from '@/routes/types';

/** Recording and revising; the list and the detail belong to the feature `risk`. */
export const riskEdit: Feature = {
  routes: [
    { path: '/risks/new', lazy: () => import('./RiskNewPage') },
    { path: '/risks/:id/edit', lazy: () => import('./RiskEditPage') },
  ],
  nav: [],
};
