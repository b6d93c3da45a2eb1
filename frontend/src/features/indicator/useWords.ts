import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf, periodText, recurrenceOf, type Period, type Recurrence } from './period';
import type { IndicatorRow } from './query';
import { htmlLang, currentLanguage } from '@/lib/i18n';

type Limited = Pick<IndicatorRow, 'keeps' | 'threshold' | 'measuredIn'>;

/** How values, thresholds and periods of indicators are written. */
export function useWords() {
  const { t, i18n } = useTranslation('indicator');
  return useMemo(() => {
    const amount = (value: number | string, measuredIn: string) => {
      const number = Number(value).toLocaleString(htmlLang(currentLanguage()), {
        maximumFractionDigits: 4,
      });
      // Signs stand at their number, words apart from it.
      return number + (/^[\p{L}\p{N}]/u.test(measuredIn) ? ' ' : '') + measuredIn;
    };
    return {
      amount,
      limit: ({ keeps, threshold, measuredIn }: Limited) =>
        t(`limit.${keeps}`, { amount: amount(threshold, measuredIn) }),
      period: (every: Recurrence, period: Period) => periodText(t, every, period),
      /** A period of whichever indicator. */
      span: (period: Period) => periodText(t, recurrenceOf(period) ?? 'WEEKLY', period),
      periodFrom: (every: Recurrence, from: string) => periodText(t, every, periodOf(every, from)),
    };
    // `t` changes when the language does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [t, i18n.language]);
}
