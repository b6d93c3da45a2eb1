import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterFields } from './FilterFields';
import type { FilterOf } from './filter';
import { cleared, conditions } from './conditions';
import type { Spec, StateOf } from '@/lib/urlState';

interface Props<S extends Spec> {
  spec: S;
  filters: readonly FilterOf<StateOf<S>>[];
  state: StateOf<S>;
  onChange: (changes: Partial<StateOf<S>>) => void;
  /** What clearing leaves as it is. */
  keep?: readonly string[];
  /** Conditions that have no control. */
  children?: ReactNode;
}

/** The conditions of a list: those that are asked often, the rest on demand, and a way to drop all. */
export function FilterBar<S extends Spec>(props: Props<S>) {
  const { spec, filters, state, onChange, keep = ['unit', 'sort'], children } = props;
  const { t } = useTranslation('list');
  const isSet = (name: string) => spec[name]?.write(state[name]) != null;
  const [more, setMore] = useState(() => filters.some(({ rare, name }) => rare && isSet(name)));
  const count = conditions(spec, state, keep);
  const shown = filters.filter((filter) => more || !filter.rare);
  return (
    <section className="panel filter-bar" aria-label={t('label')}>
      <FilterFields filters={shown} state={state} onChange={onChange} />
      {filters.some((filter) => filter.rare) && (
        <Button onClick={() => setMore(!more)} aria-expanded={more}>
          {more ? t('less') : t('more')}
        </Button>
      )}
      {count > 0 && (
        <Button onClick={() => onChange(cleared(spec, keep))}>{t('clearSet', { count })}</Button>
      )}
      {children}
    </section>
  );
}
