import { useRef, type ChangeEvent } from 'react';
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { RiskMarks, type MarkedRisk } from './RiskMarks';
import { freeKey, renamed, without, type ProcessValues } from './values';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { PostSelect } from '@/ui/PostSelect';

/** The steps in order. Risk points follow the key of their step from version to version. */
export function StepRows({ risks }: { risks: Map<string, MarkedRisk[]> }) {
  const { t } = useTranslation('power');
  const form = Form.useFormInstance<ProcessValues>();
  return (
    <fieldset className="edit-part">
      <legend>{t('process.steps')}</legend>
      <Form.List name="steps">
        {(rows, { add, remove, move }, { errors, warnings }) => (
          <div className="edit-rows" data-field="steps">
            <div className="table-scroll">
              <table className="grid-table step-table">
                <thead>
                  <tr>
                    <th scope="col">{t('process.order')}</th>
                    <th scope="col">{t('step.key')}</th>
                    <th scope="col">{t('step.name')}</th>
                    <th scope="col">{t('step.kind')}</th>
                    <th scope="col">{t('step.post')}</th>
                    <th scope="col">{t('step.timeLimitDays')}</th>
                    <th scope="col">{t('step.risks')}</th>
                    <th scope="col">
                      <span className="visually-hidden">{t('process.rowActions')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ key, name }, i) => (
                    <tr key={key}>
                      <td className="number">{i + 1}</td>
                      <StepCells name={name} n={i + 1} />
                      <td>
                        <RowRisks name={name} risks={risks} />
                      </td>
                      <td>
                        <div className="row-buttons">
                          <Button
                            icon={<ArrowUpOutlined />}
                            disabled={i === 0}
                            aria-label={t('process.up', { n: i + 1 })}
                            onClick={() => move(i, i - 1)}
                          />
                          <Button
                            icon={<ArrowDownOutlined />}
                            disabled={i === rows.length - 1}
                            aria-label={t('process.down', { n: i + 1 })}
                            onClick={() => move(i, i + 1)}
                          />
                          <Button
                            icon={<DeleteOutlined />}
                            aria-label={t('process.removeStep', { n: i + 1 })}
                            onClick={() => {
                              const { steps, edges } = form.getFieldsValue(true) as ProcessValues;
                              form.setFieldValue('edges', without(edges, steps[name]?.key));
                              remove(name);
                            }}
                          />
                        </div>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Button
              icon={<PlusOutlined />}
              onClick={() =>
                add({ key: freeKey(form.getFieldValue('steps') as ProcessValues['steps']) })
              }
            >
              {t('process.addStep')}
            </Button>
            <Form.ErrorList errors={errors} warnings={warnings} />
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}

function StepCells({ name, n }: { name: number; n: number }) {
  const { t } = useTranslation('power');
  // The heads of the columns name the fields to the eye, these to the ear.
  const label = (field: string) => t('process.cell', { n, field });
  return (
    <>
      <td>
        <Form.Item name={[name, 'key']} rules={[{ required: true, message: t('process.need') }]}>
          <KeyInput label={label(t('step.key'))} />
        </Form.Item>
      </td>
      <td>
        <Form.Item
          name={[name, 'name']}
          rules={[{ required: true, whitespace: true, message: t('process.need') }]}
        >
          <Input aria-label={label(t('step.name'))} />
        </Form.Item>
      </td>
      <td>
        <Form.Item name={[name, 'kind']} rules={[{ required: true, message: t('process.need') }]}>
          <EnumPicker name="StepKind" aria-label={label(t('step.kind'))} />
        </Form.Item>
      </td>
      <td>
        <Form.Item name={[name, 'postId']}>
          <PostSelect aria-label={label(t('step.post'))} />
        </Form.Item>
      </td>
      <td>
        <Form.Item name={[name, 'timeLimitDays']}>
          <InputNumber<number>
            min={0}
            precision={0}
            aria-label={label(t('step.timeLimitDays'))}
            className="step-days"
          />
        </Form.Item>
      </td>
    </>
  );
}

/** Risk points that stood on the step with this key when editing began. */
function RowRisks({ name, risks }: { name: number; risks: Map<string, MarkedRisk[]> }) {
  const { t } = useTranslation('common');
  const form = Form.useFormInstance();
  const key: string | undefined = Form.useWatch(['steps', name, 'key'], form);
  const here = key === undefined ? [] : (risks.get(key) ?? []);
  return here.length > 0 ? (
    <RiskMarks risks={here} />
  ) : (
    <span className="zero">{t('state.none')}</span>
  );
}

interface KeyProps {
  label: string;
  id?: string;
  value?: string;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** The key of a step; the ways follow it once it is typed to its end. */
function KeyInput({ label, value, ...rest }: KeyProps) {
  const form = Form.useFormInstance<ProcessValues>();
  const before = useRef<string>(undefined);
  return (
    <Input
      {...rest}
      value={value}
      aria-label={label}
      className="step-key"
      onFocus={() => {
        before.current = value;
      }}
      onBlur={() => {
        const old = before.current;
        const { steps, edges } = form.getFieldsValue(true) as ProcessValues;
        const taken = steps.some((step) => step?.key === old);
        if (old && value && old !== value && !taken) {
          form.setFieldValue('edges', renamed(edges, old, value));
        }
      }}
    />
  );
}
