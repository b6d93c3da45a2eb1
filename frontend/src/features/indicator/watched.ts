import type { IndicatorRow } from './query';
import type { Enum } from '@/gql';

const inForce: Enum<'MeasureStatus'>[] = ['ACTIVE', 'EFFECTIVE', 'INEFFECTIVE'];

/** Whether an indicator is read now: neither stopped, nor of a measure that is seen not to be in force. */
export function isRead({
  stoppedReason,
  measure,
}: Pick<IndicatorRow, 'stoppedReason' | 'measure'>): boolean {
  return !stoppedReason && (!measure || inForce.includes(measure.status));
}
