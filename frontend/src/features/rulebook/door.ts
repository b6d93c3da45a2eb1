// What other features use of this one.
import { lazy } from 'react';
import { withLaterWords } from '@/lib/i18n';

/** Comes with its words when it is shown. */
export const ThingRules = lazy(withLaterWords(() => import('./ThingRules')));
