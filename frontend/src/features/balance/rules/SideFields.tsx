import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { conditions, type Condition, type RuleValues, type Selector } from './rule';
import { PowersSelect } from '@/features/power/door';
import { useEnum } from '@/lib/enumLabel';
import { PostSelect } from '@/ui/PostSelect';

interface Props {
  side: 'left' | 'right';
  unitId: string;
}

/** One of the two sides of a rule: what is selected, in one or several lines. */
export function SideFields({ side, unitId }: Props) {
  const { t } = useTranslation('balanceRules');
  const join = useEnum('RuleJoin');
  return (
    <fieldset className="edit-part">
      <legend>{t(`form.${side}`)}</legend>
      <Form.List name={[side, 'selectors']}>
        {(rows, { add, remove }, { errors }) => (
          <div className="edit-rows">
            {rows.length > 1 && (
              <Form.Item name={[side, 'join']} label={t('form.join')}>
                <Radio.Group options={join.options} />
              </Form.Item>
            )}
            {rows.map(({ key, name }, i) => (
              <div
                key={key}
                className="rule-selector"
                role="group"
                aria-label={t('form.selector', { n: i + 1 })}
              >
                <SelectorFields side={side} at={name} unitId={unitId} />
                {rows.length > 1 && (
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('form.removeSelector', { n: i + 1 })}
                    onClick={() => remove(name)}
                  />
                )}
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'STEP' })}>
              {t('form.addSelector')}
            </Button>
            <Form.ErrorList errors={errors} />
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}

function SelectorFields({ side, at, unitId }: Props & { at: number }) {
  const { t } = useTranslation('balanceRules');
  const kinds = useEnum('RuleSelectorKind');
  const form = Form.useFormInstance<RuleValues>();
  const kind =
    Form.useWatch<Selector['kind'] | undefined>([side, 'selectors', at, 'kind'], form) ?? 'STEP';
  return (
    <>
      <Form.Item name={[at, 'kind']} label={t('form.kind')}>
        <Select options={kinds.options} />
      </Form.Item>
      {conditions[kind].map((condition) => (
        <Form.Item key={condition} name={[at, condition]} label={t(`of.${condition}`)}>
          <ConditionSelect condition={condition} unitId={unitId} />
        </Form.Item>
      ))}
    </>
  );
}

interface ConditionProps {
  condition: Condition;
  unitId: string;
  /** Given by Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (values: string[]) => void;
}

function ConditionSelect({ condition, unitId, ...given }: ConditionProps) {
  const { t } = useTranslation('balanceRules');
  const steps = useEnum('StepKind').options;
  const roles = useEnum('PowerRole').options;
  const powerTypes = useEnum('PowerType').options;
  const portfolios = useEnum('PortfolioKind').options;
  const functions = useEnum('UnitFunction').options;
  const placeholder = t('form.all');
  if (condition === 'powers')
    return <PowersSelect {...given} unitId={unitId} placeholder={placeholder} />;
  if (condition === 'posts')
    return <PostSelect {...given} unitId={unitId} multiple placeholder={placeholder} />;
  const options: { value: string; label: string }[] = {
    steps,
    roles,
    powerTypes,
    portfolios,
    functions,
  }[condition];
  return (
    <Select<string[]>
      {...given}
      mode="multiple"
      options={options}
      placeholder={placeholder}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
    />
  );
}
