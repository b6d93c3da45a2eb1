import type { Severity } from './figures';
import { useEnum } from '@/lib/enumLabel';

// Drawn like the grades of risks, so that what is most serious looks so everywhere.
const look: Record<Severity, string> = { HIGH: 'grade-A', MEDIUM: 'grade-B', LOW: 'grade-C' };

/** How serious a conflict is, in a word and a colour. */
export function SeverityTag({ severity }: { severity: Severity }) {
  const { label } = useEnum('BalanceSeverity');
  return <span className={`grade ${look[severity]}`}>{label(severity)}</span>;
}
