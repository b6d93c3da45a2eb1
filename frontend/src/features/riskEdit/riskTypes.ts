import type { Enum } from '@/gql';

type RiskType = Enum<'RiskType'>;

/** Which boxes are ticked after a change: unclassified stands alone, and gives way to any other type. */
export function chosenTypes(before: readonly RiskType[], ticked: readonly RiskType[]): RiskType[] {
  if (!ticked.includes('UNCLASSIFIED')) return [...ticked];
  return before.includes('UNCLASSIFIED') && ticked.length > 1
    ? ticked.filter((type) => type !== 'UNCLASSIFIED')
    : ['UNCLASSIFIED'];
}
