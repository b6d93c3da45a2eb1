// What other features use of this one.
import { lazy } from 'react';
import { withLaterWords } from '@/lib/i18n';

/** Comes with its words when it is shown. */
export const MeasureSessions = lazy(withLaterWords(() => import('./MeasureSessions')));

/** What the reader took part in; it comes with its words. */
export const OwnSessions = lazy(withLaterWords(() => import('./OwnSessions')));
