// What other features use of this one.
import { lazy } from 'react';

/** Comes when it is shown, with pages that load the later words. */
export const MeasureTasks = lazy(() => import('./MeasureTasks'));
