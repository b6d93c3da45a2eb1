import type { UnitDetail } from './query';

/** What every part of the pane gets. */
export interface UnitPartProps {
  unit: UnitDetail;
  /** Asks for the unit again, after something in it was changed. */
  onChanged: () => void;
}
