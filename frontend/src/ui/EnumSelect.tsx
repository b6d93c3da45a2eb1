import { Select } from 'antd';
import type { Enum, EnumName } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

interface Props<N extends EnumName> {
  name: N;
  id?: string;
  value: Enum<N>[];
  onChange: (values: Enum<N>[]) => void;
  placeholder?: string;
}

/** Any of the values of an enumeration; none chosen asks for all. */
export function EnumSelect<N extends EnumName>({ name, value, ...rest }: Props<N>) {
  const { options } = useEnum(name);
  return (
    <Select<Enum<N>[]>
      {...rest}
      mode="multiple"
      value={value}
      // The type of an option's value is too general for a chosen enumeration.
      options={options as { value: string; label: string }[]}
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      popupMatchSelectWidth={false}
      className="filter-select"
    />
  );
}
