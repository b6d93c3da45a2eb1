import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { StepChoicesQuery } from './query';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  /** Given by Form.Item. */
  id?: string;
  value?: string;
  onChange?: (key: string | undefined) => void;
}

/** A step of the process in force of the form's power, by its stable key. */
export function StepSelect({ value, onChange, id }: Props) {
  const { t } = useTranslation('riskEdit');
  const powerId = usePowerId();
  const kind = useEnum('StepKind');
  const [{ data, fetching }] = useQuery({
    query: StepChoicesQuery,
    variables: { id: powerId ?? '' },
    pause: !powerId,
  });
  const power = powerId && data?.node?.__typename === 'Power' ? data.node : undefined;
  const steps = power?.processes.find((process) => process.current)?.steps ?? [];
  const none = power !== undefined && steps.length === 0;

  return (
    <Select<string>
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      disabled={!powerId || none}
      loading={fetching}
      placeholder={none ? t('noProcess') : t('stepPlaceholder')}
      options={steps.map((step, i) => ({
        value: step.key,
        label: `${i + 1}. ${step.name}（${kind.label(step.kind)}）`,
      }))}
    />
  );
}

/** Says what to do first, as long as there is no power. */
export function StepHint() {
  const { t } = useTranslation('riskEdit');
  return usePowerId() ? null : t('stepHint');
}

function usePowerId(): string | undefined {
  const form = Form.useFormInstance();
  return Form.useWatch(['details', 'powerId'], form);
}
