// What other features use of this one.
import { lazy } from 'react';
import { withLaterWords } from '@/lib/i18n';

// These come with their words when they are shown.
export const PowerProceedings = lazy(withLaterWords(() => import('./PowerProceedings')));
export const ProceedingFigures = lazy(withLaterWords(() => import('./ProceedingFigures')));
