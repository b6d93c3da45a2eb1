import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps, Filter, FilterOf } from './filter';
import { Field } from '@/ui/Field';

interface Props<S extends object> {
  filters: readonly FilterOf<S>[];
  state: S;
  onChange: (changes: Partial<S>) => void;
}

/** The controls of filters, each beside its label. */
export function FilterFields<S extends object>({ filters, state, onChange }: Props<S>) {
  const { t } = useTranslation('list');
  const values = state as Record<string, unknown>;
  return filters.map((one) => {
    // Each filter takes the value of its own name, which `FilterOf` has made sure of.
    const filter = one as unknown as Filter;
    const props = {
      value: values[filter.name],
      set: (value: unknown) => onChange({ [filter.name]: value } as Partial<S>),
      of: (name: string) => values[name],
      all: t('all'),
    };
    return filter.bare ? (
      <Bare key={filter.name} filter={filter} props={props} />
    ) : (
      <Field key={filter.name} label={filter.label}>
        {(id) => filter.control({ id, ...props })}
      </Field>
    );
  });
}

function Bare({ filter, props }: { filter: Filter; props: Omit<ControlProps<unknown>, 'id'> }) {
  return filter.control({ id: useId(), ...props });
}
