import type { Balance, Collusion } from './query';

type Counts = Balance['counts'];
export type Severity = Counts[number]['severity'];

/** How many conflicts of one severity there are. */
export function countOf(counts: Counts, severity: Severity): number {
  return counts.find((each) => each.severity === severity)?.count ?? 0;
}

/** How many conflicts there are of all severities. */
export function totalOf(counts: Counts): number {
  return counts.reduce((sum, each) => sum + each.count, 0);
}

export type CollusionWord =
  | { kind: 'undefined' }
  | { kind: 'exact'; n: number }
  | { kind: 'bounds'; least: number; most: number };

/** A collusion number as it is told: one number only where it is certain. */
export function collusionWord({ state, least, most }: Collusion): CollusionWord {
  if (state === 'UNDEFINED') return { kind: 'undefined' };
  return state === 'EXACT' || least === most
    ? { kind: 'exact', n: most }
    : { kind: 'bounds', least, most };
}

/** Whether it is known that one person can carry the power alone. */
export function isAlone({ state, most }: Collusion): boolean {
  return state !== 'UNDEFINED' && most === 1;
}
