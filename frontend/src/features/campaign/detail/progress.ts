import type { CampaignProgress } from './query';
import type { Enum } from '@/gql';

export type Heading = Enum<'ProgressHeading'>;

/** The numbers of some forms taken together, one per heading. */
export function sumOver(
  { kinds, headings }: Pick<CampaignProgress, 'kinds' | 'headings'>,
  counts: readonly number[],
  chosen: readonly Enum<'FormKind'>[],
): number[] {
  return headings.map((_, h) =>
    kinds.reduce(
      (sum, kind, k) =>
        chosen.length === 0 || chosen.includes(kind)
          ? sum + (counts[k * headings.length + h] ?? 0)
          : sum,
      0,
    ),
  );
}

/** How deep a cell is coloured: 0 for none, 1 to 4 by its share of what is expected. */
export function heat(count: number, expected: number): number {
  if (count === 0 || expected === 0) return 0;
  return Math.min(4, Math.ceil((4 * count) / expected));
}

/** Which colour a heading has: what is done, what is late, or neither. */
export function toneOf(heading: Heading): 'good' | 'bad' | 'plain' | 'none' {
  switch (heading) {
    case 'FILED':
      return 'good';
    case 'OVERDUE':
    case 'RETURNED':
      return 'bad';
    case 'EXPECTED':
    case 'DROPPED':
      return 'none';
    default:
      return 'plain';
  }
}

/** `62%`, or a dash where nothing is expected. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.floor((100 * part) / whole)}%`;
}
