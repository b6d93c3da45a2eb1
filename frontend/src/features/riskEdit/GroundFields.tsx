import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { StepChoicesQuery } from './query';
import { PowerSelect } from '@/features/power/door';
import { useEnum } from '@/lib/enumLabel';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';
import { UnitSelect } from '@/ui/UnitSelect';

/** Where the risk stands: unit, power and its step, post, person. */
export function GroundFields({ unitFixed }: { unitFixed?: boolean }) {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  const powerId: string | undefined = Form.useWatch(['details', 'powerId'], form);
  return (
    <fieldset className="edit-part">
      <legend>{t('riskEdit:part.ground')}</legend>
      <p className="hint">{t('riskEdit:groundHint')}</p>
      <div className="edit-grid">
        <Form.Item name="unitId" label={t('risk:field.unit')} rules={[{ required: true }]}>
          <UnitSelect disabled={unitFixed} allowClear={false} />
        </Form.Item>
        <Form.Item name={['details', 'powerId']} label={t('risk:field.power')}>
          <PowerSelect
            unitId={unitId}
            // A step belongs to its power.
            onChosen={() => form.setFieldValue(['details', 'stepKey'], undefined)}
          />
        </Form.Item>
        <Form.Item
          name={['details', 'stepKey']}
          label={t('risk:field.step')}
          extra={powerId ? undefined : t('riskEdit:stepHint')}
        >
          <StepSelect powerId={powerId} />
        </Form.Item>
        <Form.Item name={['details', 'postId']} label={t('risk:field.post')}>
          <PostSelect unitId={unitId} />
        </Form.Item>
        <Form.Item
          name={['details', 'personId']}
          label={t('risk:field.person')}
          extra={t('riskEdit:personHint')}
        >
          <PersonSelect />
        </Form.Item>
      </div>
    </fieldset>
  );
}

interface StepProps {
  powerId: string | undefined;
  id?: string;
  value?: string;
  onChange?: (key: string | undefined) => void;
}

/** A step of the process in force of a power, by its stable key. */
function StepSelect({ powerId, value, onChange, id }: StepProps) {
  const { t } = useTranslation('riskEdit');
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
