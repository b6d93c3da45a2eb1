// What other features use of this one.
import { lazy } from 'react';
import { withLaterWords } from '@/lib/i18n';

export type { StepMark } from './map/shapes';
export { powerPath, processEditPath, processPrintPath } from './path';
export { PowerSelect, PowersSelect } from './PowerSelect';

/** Comes with its words when it is shown. */
export const MarkedProcess = lazy(withLaterWords(() => import('./detail/MarkedProcess')));
