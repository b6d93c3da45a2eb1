import { useEnum } from '@/lib/enumLabel';
import { CheckboxGroup } from '@/ui/CheckboxGroup';
import { chosenTypes } from './riskTypes';
import type { Enum } from '@/gql';

interface Props {
  /** Given by Form.Item. */
  id?: string;
  value?: Enum<'RiskType'>[];
  onChange?: (values: Enum<'RiskType'>[]) => void;
  'aria-label': string;
}

/** The types of a risk point, of which it has one or several. */
export function RiskTypeBoxes({ value = [], onChange, ...given }: Props) {
  const riskType = useEnum('RiskType');
  return (
    <CheckboxGroup
      {...given}
      value={value}
      onChange={(ticked) => onChange?.(chosenTypes(value, ticked as Enum<'RiskType'>[]))}
      options={riskType.options as { value: string; label: string }[]}
    />
  );
}
