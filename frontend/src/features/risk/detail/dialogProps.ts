import type { RiskDetail } from './query';

/** What every dialog of a risk point gets. */
export interface DialogProps {
  risk: RiskDetail;
  open: boolean;
  onClose: () => void;
  /** After the server has done it. */
  onDone: () => void;
}
