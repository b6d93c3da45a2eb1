import { Select } from 'antd';
import type { Enum, EnumName } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

interface Props<N extends EnumName> {
  name: N;
  /** Given by Form.Item. */
  id?: string;
  value?: Enum<N> | null;
  onChange?: (value: Enum<N> | undefined) => void;
  allowClear?: boolean;
  placeholder?: string;
  'aria-label'?: string;
}

/** One value of an enumeration, for forms. */
export function EnumPicker<N extends EnumName>({ name, value, onChange, ...rest }: Props<N>) {
  const { options } = useEnum(name);
  return (
    <Select<string>
      {...rest}
      value={value ?? undefined}
      // The type of an option's value is too general for a chosen enumeration.
      onChange={(next) => onChange?.(next as Enum<N> | undefined)}
      options={options as { value: string; label: string }[]}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
    />
  );
}
