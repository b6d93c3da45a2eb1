/** A run of days within a month, by which it is drawn. */
export interface Stretch {
  /** The first day of the month, as the API writes days. */
  month: string;
  first: number;
  last: number;
}

const two = (n: number) => String(n).padStart(2, '0');

/** A run of days, cut at the ends of months, until 24 months on at most. */
export function stretches(from: string, to: string): Stretch[] {
  const out: Stretch[] = [];
  let [year = 0, month = 0, first = 0] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0, lastDay = 0] = to.split('-').map(Number);
  while (out.length < 24 && (year < lastYear || (year === lastYear && month <= lastMonth))) {
    const ends = year === lastYear && month === lastMonth;
    const last = ends ? lastDay : new Date(Date.UTC(year, month, 0)).getUTCDate();
    out.push({ month: `${year}-${two(month)}-01`, first, last });
    first = 1;
    month++;
    if (month > 12) [month, year] = [1, year + 1];
  }
  return out;
}

/** How many days a run has. */
export function daysOf(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** The runs of each month, the earliest month first. */
export function byMonth<T extends { from: string; to: string }>(runs: T[]): [string, T[]][] {
  const months = new Map<string, T[]>();
  for (const run of runs) {
    for (const { month } of stretches(run.from, run.to)) {
      const known = months.get(month);
      if (known) known.push(run);
      else months.set(month, [run]);
    }
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
}
