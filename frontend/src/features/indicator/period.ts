import type { TFunction } from 'i18next';
import type { Enum } from '@/gql';

export type Recurrence = Enum<'Recurrence'>;

/** A span of days, both ends included. */
export interface Period {
  from: string;
  to: string;
}

/** No period before this year is read. */
const firstYear = 2000;

const recurrences: Recurrence[] = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'];
const months = { MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 } as const;

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);
const utc = (year: number, month: number, day: number) =>
  written(new Date(Date.UTC(year, month, day)));

/** The day so many days after another. */
export function plusDays(day: string, count: number): string {
  const date = dayOf(day);
  return utc(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + count);
}

/** The period of the calendar that a day lies in. */
export function periodOf(every: Recurrence, day: string): Period {
  const date = dayOf(day);
  if (every === 'WEEKLY') {
    const from = plusDays(day, -((date.getUTCDay() + 6) % 7));
    return { from, to: plusDays(from, 6) };
  }
  const length = months[every];
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() - (date.getUTCMonth() % length);
  return { from: utc(year, month, 1), to: utc(year, month + length, 0) };
}

/** How often a period comes that spans these days; undefined where none of the calendar does. */
export function recurrenceOf({ from, to }: Period): Recurrence | undefined {
  return recurrences.find((every) => {
    const period = periodOf(every, from);
    return period.from === from && period.to === to;
  });
}

/** All periods that may be read until a day, the newest first. */
export function periodsUntil(every: Recurrence, day: string): Period[] {
  const found: Period[] = [];
  let period = periodOf(every, day);
  while (Number(period.from.slice(0, 4)) >= firstYear) {
    found.push(period);
    period = periodOf(every, plusDays(period.from, -1));
  }
  return found;
}

type Translate = TFunction<'indicator'>;

/** A period as people write it, by how often it comes. */
export function periodText(t: Translate, every: Recurrence, { from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (every) {
    case 'WEEKLY':
      // The year is said once, where it is one.
      return t('period.WEEKLY', { from, to: to.startsWith(year) ? to.slice(5) : to });
    case 'MONTHLY':
      return t('period.MONTHLY', { year, month: t(`period.month.m${month as 1}`) });
    case 'QUARTERLY':
      return t('period.QUARTERLY', {
        year,
        quarter: t(`period.quarter.q${Math.ceil(month / 3) as 1}`),
      });
    case 'HALF_YEARLY':
      return t('period.HALF_YEARLY', { year, half: t(`period.half.${month < 7 ? 'h1' : 'h2'}`) });
    case 'YEARLY':
      return t('period.YEARLY', { year });
  }
}
