import dayjs from 'dayjs';

/** A moment in the reader's time zone, to the minute. */
export function formatTime(time: string | null | undefined): string {
  return time ? dayjs(time).format('YYYY-MM-DD HH:mm') : '—';
}

/** The same to the second, where the order of what happened matters. */
export function formatSecond(time: string | null | undefined): string {
  return time ? dayjs(time).format('YYYY-MM-DD HH:mm:ss') : '—';
}

/** A calendar day is already written as it is shown. */
export function formatDate(date: string | null | undefined): string {
  return date || '—';
}

/** The day so many days before `now`, as the API writes a Date. */
export function daysBefore(days: number, now: Date): string {
  return dayjs(now).subtract(days, 'day').format('YYYY-MM-DD');
}

/** The reader's calendar day, as the API writes a Date. */
export function today(now = new Date()): string {
  return dayjs(now).format('YYYY-MM-DD');
}
