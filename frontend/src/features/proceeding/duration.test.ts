import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { daysBetween, durationText, minutesBetween } from './duration';
import { changeLanguage } from '@/lib/i18n';

const said = (minutes: number) =>
  durationText(i18next.getFixedT(i18next.language, 'proceeding'), minutes);

describe('a duration', () => {
  it.each([
    [0, '不足 1 分钟'],
    [0.9, '不足 1 分钟'],
    [45, '45 分钟'],
    [60, '1 小时'],
    [150, '2 小时 30 分钟'],
    [24 * 60 - 1, '23 小时 59 分钟'],
    [24 * 60, '1 天'],
    [3 * 24 * 60 + 5, '3 天'],
    [3 * 24 * 60 + 4 * 60 + 59, '3 天 4 小时'],
    [-5, '不足 1 分钟'],
  ])('of %d minutes is %s', (minutes, text) => {
    expect(said(minutes)).toBe(text);
  });

  it('is said in English with one and with many', async () => {
    await changeLanguage('en');
    try {
      expect(said(24 * 60 + 120)).toBe('1 day 2 hours');
      expect(said(61)).toBe('1 hour 1 minute');
    } finally {
      await changeLanguage('zh');
    }
  });

  it('is counted from one moment, or day, to another', () => {
    expect(minutesBetween('2026-11-02T01:00:00Z', '2026-11-02T03:30:00+00:00')).toBe(150);
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
  });
});
