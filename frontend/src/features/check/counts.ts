import type { CheckCount } from './query';

type Numbers = Pick<CheckCount, 'due' | 'overdue' | 'done' | 'late' | 'missed'>;

/** The counts of each department, in the order in which they come. */
export function byUnit(counts: CheckCount[]): [name: string | null, rows: CheckCount[]][] {
  const found = new Map<string, CheckCount[]>();
  for (const count of counts) {
    const id = count.unit?.id ?? '';
    found.set(id, [...(found.get(id) ?? []), count]);
  }
  return [...found.values()].map((rows) => [rows[0]?.unit?.name ?? null, rows]);
}

/** All of them together. */
export function summed(counts: Numbers[]): Numbers {
  const sum: Numbers = { due: 0, overdue: 0, done: 0, late: 0, missed: 0 };
  for (const count of counts) {
    sum.due += count.due;
    sum.overdue += count.overdue;
    sum.done += count.done;
    sum.late += count.late;
    sum.missed += count.missed;
  }
  return sum;
}

/** The weeks of a month from Monday to Sunday, each day by its date; null outside the month. */
export function weeksOfMonth(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const cells: (string | null)[] = Array<null>(before).fill(null);
  for (let day = 1; day <= days; day++) {
    cells.push(`${month}-${String(day).padStart(2, '0')}`);
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month so many months after another, as YYYY-MM. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
