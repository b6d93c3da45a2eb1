import { Checkbox, type CheckboxOptionType } from 'antd';

interface Props {
  /** Given by Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (values: string[]) => void;
  options: CheckboxOptionType<string>[];
  'aria-label'?: string;
}

/**
 * Several boxes of which any may be ticked. Form.Item marks what it holds as
 * required for screen readers, which a group may not be; the label says it.
 */
export function CheckboxGroup({ id, value, onChange, options, 'aria-label': label }: Props) {
  return (
    <Checkbox.Group
      // antd hands it to the element, though its types forget to say so.
      {...({ id } as object)}
      value={value}
      onChange={onChange}
      options={options}
      aria-label={label}
    />
  );
}
