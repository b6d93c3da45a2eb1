import { Select } from 'antd';
import type { Filter } from './filter';
import type { Enum, EnumName } from '@/gql';
import { DateInput } from '@/ui/DateInput';
import { EnumSelect } from '@/ui/EnumSelect';
import { UnitSelect } from '@/ui/UnitSelect';

type Text = string | undefined;

export function unitFilter<K extends string>(name: K, label: string): Filter<K, Text> {
  return {
    name,
    label,
    control: ({ id, value, set }) => (
      <UnitSelect id={id} value={value} onChange={set} className="filter-unit" />
    ),
  };
}

/** Any of the values of an enumeration. */
export function enumFilter<K extends string, N extends EnumName>(
  name: K,
  label: string,
  values: N,
  placeholder?: string,
): Filter<K, Enum<N>[]> {
  return {
    name,
    label,
    control: ({ id, value, set, all }) => (
      <EnumSelect
        id={id}
        name={values}
        value={value}
        onChange={set}
        placeholder={placeholder ?? all}
      />
    ),
  };
}

interface Choice {
  value: string;
  label: string;
}

/** Any of a few choices. */
export function choiceFilter<K extends string, T extends string>(
  name: K,
  label: string,
  options: Choice[],
): Filter<K, T[]> {
  return {
    name,
    label,
    control: ({ id, value, set, all }) => (
      <Select<T[]>
        id={id}
        mode="multiple"
        allowClear
        value={value}
        onChange={set}
        options={options}
        placeholder={all}
        maxTagCount="responsive"
        showSearch={false}
        className="filter-select"
      />
    ),
  };
}

/** Yes, no, or not asked. */
export function yesNoFilter<K extends string>(
  name: K,
  label: string,
  words: { yes: string; no: string },
): Filter<K, boolean | undefined> {
  return {
    name,
    label,
    control: ({ id, value, set, all }) => (
      <Select<string>
        id={id}
        allowClear
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(next) => set(next ? next === 'yes' : undefined)}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        placeholder={all}
        className="filter-short"
      />
    ),
  };
}

/** A day; `after` and `before` name the filters of the other end of a span. */
export function dayFilter<K extends string>(
  name: K,
  label: string,
  ends: { after?: string; before?: string } = {},
): Filter<K, Text> {
  return {
    name,
    label,
    control: ({ id, value, set, of }) => (
      <DateInput
        id={id}
        value={value}
        min={ends.after && (of(ends.after) as Text)}
        max={ends.before && (of(ends.before) as Text)}
        onChange={set}
      />
    ),
  };
}
