import type { DayKind, YearCalendar } from './query';

/** A day of a month as it is drawn. */
export interface Cell {
  /** As the API writes it. */
  on: string;
  day: number;
  kind: DayKind;
  /** The holiday, where it has one. */
  name: string;
}

const pad = (n: number) => String(n).padStart(2, '0');

/** The days of a year by month, and in each how many cells stay empty before the first, Monday being the first column. */
export function monthsOf({
  year,
  days,
  ranges,
}: Pick<YearCalendar, 'year' | 'days' | 'ranges'>): { blank: number; cells: Cell[] }[] {
  const months: { blank: number; cells: Cell[] }[] = [];
  for (let n = 0; n < days.length; n++) {
    const date = new Date(Date.UTC(year, 0, n + 1));
    const month = date.getUTCMonth();
    months[month] ??= { blank: (date.getUTCDay() + 6) % 7, cells: [] };
    const on = `${year}-${pad(month + 1)}-${pad(date.getUTCDate())}`;
    months[month].cells.push({
      on,
      day: date.getUTCDate(),
      kind: days[n]!,
      name: ranges.find((r) => r.from <= on && on <= r.to)?.name ?? '',
    });
  }
  return months;
}

/** Cells in weeks of seven, null where there is no day. */
export function weeksOf({ blank, cells }: { blank: number; cells: Cell[] }): (Cell | null)[][] {
  const all = [...Array<null>(blank).fill(null), ...cells];
  const weeks: (Cell | null)[][] = [];
  for (let n = 0; n < all.length; n += 7) {
    const week = all.slice(n, n + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return weeks;
}
