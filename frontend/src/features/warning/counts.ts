import type { WarningCount } from './query';
import type { Enum } from '@/gql';

export const colours: Enum<'WarningColour'>[] = ['RED', 'ORANGE', 'YELLOW'];

type Numbers = Pick<WarningCount, 'waiting' | 'late' | 'answered'>;

function summed(counts: Numbers[]): Numbers {
  return counts.reduce<Numbers>(
    (sum, { waiting, late, answered }) => ({
      waiting: sum.waiting + waiting,
      late: sum.late + late,
      answered: sum.answered + answered,
    }),
    { waiting: 0, late: 0, answered: 0 },
  );
}

/** The warnings of each colour that are not lifted, the gravest first. */
export function byColour(counts: WarningCount[]) {
  return colours.map((colour) => {
    const sum = summed(counts.filter((count) => count.colour === colour));
    return { colour, ...sum, total: sum.waiting + sum.late + sum.answered };
  });
}

/** The departments with what is open there, those with most that is late first; null for those not to be seen. */
export function byUnit(counts: WarningCount[]) {
  const found = new Map<string, WarningCount[]>();
  for (const count of counts) {
    const id = count.unit?.id ?? '';
    found.set(id, [...(found.get(id) ?? []), count]);
  }
  return [...found.values()]
    .map((rows) => ({
      unit: rows[0]?.unit ?? null,
      ...summed(rows),
      colours: byColour(rows).map(({ total }) => total),
    }))
    .sort((one, other) => other.late - one.late || other.waiting - one.waiting);
}
