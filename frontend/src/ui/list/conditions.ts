import { readState, type Spec, type StateOf } from '@/lib/urlState';

/** How many conditions are set, those apart that clearing would leave. */
export function conditions<S extends Spec>(
  spec: S,
  state: StateOf<S>,
  keep: readonly string[],
): number {
  return Object.entries(spec).filter(
    ([name, param]) => !keep.includes(name) && param.write(state[name]) !== null,
  ).length;
}

/** The changes that drop every condition. */
export function cleared<S extends Spec>(spec: S, keep: readonly string[]): Partial<StateOf<S>> {
  const dropped = Object.fromEntries(Object.entries(spec).filter(([name]) => !keep.includes(name)));
  return readState(dropped, new URLSearchParams()) as Partial<StateOf<S>>;
}
