/** Whether something with a first and perhaps a last day holds on a day. */
export function inForce({ from, to }: { from: string; to: string | null }, day: string): boolean {
  return from <= day && (to === null || day <= to);
}
