interface Step {
  id: string;
}

/**
 * From which step of a way on the viewer may look at the register: names above
 * their own units are known to them, what stands there is not. A way that passes
 * none of their units is open as a whole: the server decides, not the page.
 */
export function firstOpen(path: readonly Step[], homeUnits: readonly Step[]): number {
  return Math.max(
    0,
    path.findIndex((step) => homeUnits.some((home) => home.id === step.id)),
  );
}
