import { Checkbox, Input } from 'antd';
import type { Filter } from './filter';

type Text = string | undefined;

// Apart from the others, which supervision has too: its charts leave little room beside them.

export function textFilter<K extends string>(
  name: K,
  label: string,
  placeholder: string,
): Filter<K, Text> {
  return {
    name,
    label,
    control: ({ id, value, set }) => (
      <Input.Search
        // Another address means another text to begin with.
        key={value ?? ''}
        id={id}
        allowClear
        defaultValue={value}
        placeholder={placeholder}
        onSearch={(text) => set(text.trim() || undefined)}
        className="filter-unit"
      />
    ),
  };
}

/** Only those, or all. */
export function checkFilter<K extends string>(
  name: K,
  label: string,
): Filter<K, boolean | undefined> {
  return {
    name,
    label,
    bare: true,
    control: ({ id, value, set }) => (
      <Checkbox
        id={id}
        checked={value === true}
        onChange={(event) => set(event.target.checked || undefined)}
      >
        {label}
      </Checkbox>
    ),
  };
}
