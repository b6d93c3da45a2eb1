// What other features use of this one.
import { lazy } from 'react';
import { withLaterWords } from '@/lib/i18n';

export { taskKinds } from './measure';

/** Comes with its words when it is shown. */
export const MeasureTasks = lazy(withLaterWords(() => import('./MeasureTasks')));

/** Schedules tasks of many measures; it comes with its words. */
export const ScheduleMany = lazy(withLaterWords(() => import('./ScheduleMany')));
