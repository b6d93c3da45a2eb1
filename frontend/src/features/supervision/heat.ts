import { columns, type Column } from './state';
import { colour } from '@/ui/tokens';

// From the lightest to the darkest of each column, on which white or dark ink is readable.
const shades: Record<Column, [string, string]> = {
  A: [colour('grade-a-paper'), colour('grade-a')],
  B: [colour('grade-b-paper'), colour('grade-b')],
  C: [colour('grade-c-paper'), colour('grade-c')],
  UNGRADED: [colour('grade-none-paper'), colour('grade-none')],
  UNCONTROLLED_A: [colour('grade-a-paper'), colour('grade-a-deep')],
};

/** The colours of a cell, which tell how much its number is. */
export interface Shade {
  fill: string;
  ink: string;
}

/**
 * The shades of rows of numbers, one number per entry of `columns`. Each column has its own colour and its
 * own scale: ten A are many, ten C are few. The number in the cell says the same without colour.
 */
export function shadesOf(rows: { counts: number[] }[]): Shade[][] {
  const most = columns.map((_, x) => Math.max(1, ...rows.map(({ counts }) => counts[x] ?? 0)));
  return rows.map(({ counts }) =>
    columns.map((column, x) => {
      const [light, dark] = shades[column];
      const share = (counts[x] ?? 0) / (most[x] ?? 1);
      return {
        fill: mix(light, dark, share),
        // Between the two no ink is readable on both sides of one half.
        ink: share > 0.5 ? colour('on-dark') : colour('ink'),
      };
    }),
  );
}

/** A colour between two, written #rrggbb. Some darkness is skipped, where neither ink is readable. */
export function mix(light: string, dark: string, share: number): string {
  const at = share > 0.5 ? 0.8 + (share - 0.5) * 0.4 : share * 0.6;
  const part = (i: number) => {
    const from = parseInt(light.slice(i, i + 2), 16);
    const to = parseInt(dark.slice(i, i + 2), 16);
    return Math.round(from + (to - from) * at)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
