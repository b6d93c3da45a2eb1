import dayjs from 'dayjs';

/** How a token stands, for its tag. */
export function tokenState(token: { active: boolean; revokedAt: string | null }) {
  if (token.active) return 'active';
  return token.revokedAt ? 'revoked' : 'expired';
}

/** The end of a calendar day of the reader, as the API writes a Time. */
export function endOfDay(day: string): string {
  return dayjs(day).endOf('day').toISOString();
}

/** The calendar day so many days from now. */
export function dayAhead(days: number, now = new Date()): string {
  return dayjs(now).add(days, 'day').format('YYYY-MM-DD');
}

/** A first request to try a token with. */
export function curlExample(origin: string, secret: string): string {
  return [
    `curl ${origin}/graphql \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"query":"{ viewer { actions } }"}'`,
  ].join('\n');
}
