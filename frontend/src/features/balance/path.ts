/** The page of balance of a unit. */
export function balancePath(unitId: string): string {
  return `/units/${unitId}/balance`;
}

/** The rules by which a unit is judged. */
export function rulesPath(unitId: string): string {
  return `/balance-rules?unit=${unitId}`;
}

/** The days on which leave would collapse separation in a unit. */
export function leavePath(unitId: string): string {
  return `/units/${unitId}/leave`;
}

/** What considered changes would do to the balance of a unit, side by side. */
export function comparePath(unitId: string): string {
  return `/units/${unitId}/what-if`;
}
