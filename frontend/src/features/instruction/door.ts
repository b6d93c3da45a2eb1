// What other features use of this one.
import { lazy } from 'react';
import { withLaterWords } from '@/lib/i18n';

export { GiveLink } from './GiveLink';
/** Comes when it is shown, with the words of instructions, which lists of risk points do without. */
export const RiskInstructions = lazy(withLaterWords(() => import('./RiskInstructions')));
