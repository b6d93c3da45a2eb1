import { withLaterWords } from '@/lib/i18n';
import type { Feature } from '@/lib/feature';

/** Recording and revising; the list and the detail belong to the feature `risk`. */
export const riskEdit: Feature = {
  routes: [
    { path: '/risks/new', lazy: withLaterWords(() => import('./RiskNewPage')) },
    { path: '/risks/:id/edit', lazy: withLaterWords(() => import('./RiskEditPage')) },
  ],
  nav: [],
};
