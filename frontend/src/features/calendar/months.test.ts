import { describe, expect, it } from 'vitest';
import { monthsOf, weeksOf } from './months';
import type { DayKind, YearCalendar } from './query';

const year = {
  year: 2026,
  days: Array<DayKind>(365).fill('WORKDAY'),
  ranges: [{ from: '2026-02-15', to: '2026-02-23', mark: 'OFF', name: '春节' }],
} as unknown as YearCalendar;

describe('the months of a year', () => {
  it('hold every day once, under its weekday', () => {
    const months = monthsOf(year);
    expect(months.map((m) => m.cells.length)).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    // 1 January 2026 is a Thursday, 1 February a Sunday.
    expect(months[0]!.blank).toBe(3);
    expect(months[1]!.blank).toBe(6);
    expect(months[11]!.cells.at(-1)!.on).toBe('2026-12-31');
  });

  it('name the holidays', () => {
    const cells = monthsOf(year)[1]!.cells;
    expect(cells.filter((c) => c.name === '春节').map((c) => c.day)).toEqual([
      15, 16, 17, 18, 19, 20, 21, 22, 23,
    ]);
  });

  it('fill weeks of seven', () => {
    const weeks = weeksOf(monthsOf(year)[1]!);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]!.map((c) => c?.day ?? 0)).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(weeks).toHaveLength(5);
  });
});
