import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import {
  periodOf,
  periodsUntil,
  periodText,
  plusDays,
  recurrenceOf,
  type Recurrence,
} from './period';
import { changeLanguage } from '@/lib/i18n';

const every = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const;

describe('the period of a day', () => {
  it.each([
    ['WEEKLY', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['WEEKLY', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['WEEKLY', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['MONTHLY', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['MONTHLY', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['MONTHLY', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['QUARTERLY', '2026-09-30', '2026-07-01', '2026-09-30'],
    ['HALF_YEARLY', '2026-07-01', '2026-07-01', '2026-12-31'],
    ['YEARLY', '2026-07-01', '2026-01-01', '2026-12-31'],
  ] as const)('%s %s', (how, day, from, to) => {
    expect(periodOf(how, day)).toEqual({ from, to });
  });

  it('tells how often it comes', () => {
    for (const how of every) expect(recurrenceOf(periodOf(how, '2026-11-25'))).toBe(how);
    expect(recurrenceOf({ from: '2026-11-02', to: '2026-11-30' })).toBeUndefined();
  });

  it('follows the one before without a gap, back to the first year', () => {
    for (const how of every) {
      const all = periodsUntil(how, '2026-11-25');
      expect(all[0]).toEqual(periodOf(how, '2026-11-25'));
      all.slice(1).forEach((period, i) => expect(plusDays(period.to, 1)).toBe(all[i]?.from));
      expect(all.at(-1)?.from.slice(0, 4)).toBe('2000');
    }
  });
});

describe('a period in words', () => {
  const text = (how: Recurrence, day: string) =>
    periodText(i18next.getFixedT(null, 'indicator'), how, periodOf(how, day));

  it('is what people write', () => {
    expect(every.map((how) => text(how, '2026-11-25'))).toEqual([
      '2026-11-23 至 11-29',
      '2026年11月',
      '2026年第四季度',
      '2026年下半年',
      '2026年',
    ]);
    expect(text('WEEKLY', '2027-01-01')).toBe('2026-12-28 至 2027-01-03');
    expect(text('QUARTERLY', '2026-07-01')).toBe('2026年第三季度');
    expect(text('HALF_YEARLY', '2026-06-30')).toBe('2026年上半年');
  });

  describe('in English', () => {
    beforeAll(async () => {
      await changeLanguage('en');
      return () => changeLanguage('zh');
    });

    it('too', () => {
      expect(every.map((how) => text(how, '2026-11-25'))).toEqual([
        '2026-11-23 to 11-29',
        'November 2026',
        'Q4 2026',
        'second half of 2026',
        '2026',
      ]);
    });
  });
});
