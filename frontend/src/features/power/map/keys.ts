import type { Laid } from './layout';
import type { Plan } from './plan';

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

export function isArrow(key: string): key is Arrow {
  return key.startsWith('Arrow');
}

/** The step that an arrow leads to: along the ways where one leads there, else the nearest on that side. */
export function neighbour(plan: Plan, laid: Laid, from: string, arrow: Arrow): string | undefined {
  const box = laid.boxes.find((each) => each.key === from);
  if (!box) return undefined;
  const dx = arrow === 'ArrowLeft' ? -1 : arrow === 'ArrowRight' ? 1 : 0;
  const dy = arrow === 'ArrowUp' ? -1 : arrow === 'ArrowDown' ? 1 : 0;
  const linked = new Set(
    plan.ways.flatMap((way) =>
      way.fromKey === from ? [way.toKey] : way.toKey === from ? [way.fromKey] : [],
    ),
  );
  const there = laid.boxes.flatMap((each) => {
    if (each.key === from) return [];
    const [x, y] = [
      each.x + each.width / 2 - box.x - box.width / 2,
      each.y + each.height / 2 - box.y - box.height / 2,
    ];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead < 8 || (dx !== 0 && aside > ahead * 2)) return [];
    // Up and down follow the ways; to the sides what stands there is nearest.
    const cost = ahead + 2 * aside - (linked.has(each.key) && dy !== 0 ? 10_000 : 0);
    return [{ key: each.key, cost }];
  });
  return there.sort((a, b) => a.cost - b.cost)[0]?.key;
}
