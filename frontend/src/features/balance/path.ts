/** The page of balance of a unit. */
export function balancePath(unitId: string): string {
  return `/units/${unitId}/balance`;
}
