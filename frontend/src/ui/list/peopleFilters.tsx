import type { Filter } from './filter';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';

// Apart from the others: most pages ask for nobody.

export function personFilter<K extends string>(
  name: K,
  label: string,
): Filter<K, string | undefined> {
  return {
    name,
    label,
    control: ({ id, value, set }) => (
      <PersonSelect id={id} value={value} onChange={set} className="filter-select" />
    ),
  };
}

/** A post of the unit that the filter `unit` names. */
export function postFilter<K extends string>(
  name: K,
  label: string,
  unit: string,
): Filter<K, string | undefined> {
  return {
    name,
    label,
    control: ({ id, value, set, of }) => (
      <PostSelect
        id={id}
        unitId={of(unit) as string | undefined}
        value={value}
        onChange={set}
        className="filter-select"
      />
    ),
  };
}

/** The same filter, shown once somebody asks for more conditions. */
export function rare<F extends Filter<string, never>>(filter: F): F {
  return { ...filter, rare: true };
}
