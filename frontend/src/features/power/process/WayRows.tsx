import { DeleteOutlined, NodeIndexOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { straight, type StepValues } from './values';

/** Which step leads to which, and when. */
export function WayRows() {
  const { t } = useTranslation('power');
  const form = Form.useFormInstance();
  const steps: StepValues[] = Form.useWatch('steps', form) ?? [];
  const options = steps.flatMap((step) =>
    step?.key ? [{ value: step.key, label: `${step.name ?? ''}（${step.key}）` }] : [],
  );
  return (
    <fieldset className="edit-part">
      <legend>{t('process.ways')}</legend>
      <Form.List name="edges">
        {(rows, { add, remove }, { errors, warnings }) => (
          <div className="edit-rows" data-field="edges">
            {rows.length > 0 && (
              <div className="table-scroll">
                <table className="grid-table">
                  <thead>
                    <tr>
                      <th scope="col">{t('way.from')}</th>
                      <th scope="col">{t('way.to')}</th>
                      <th scope="col">{t('way.condition')}</th>
                      <th scope="col">
                        <span className="visually-hidden">{t('process.rowActions')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ key, name }, i) => (
                      <tr key={key}>
                        {(['fromKey', 'toKey'] as const).map((end) => (
                          <td key={end}>
                            <Form.Item
                              name={[name, end]}
                              rules={[{ required: true, message: t('process.need') }]}
                            >
                              <Select<string>
                                aria-label={t('process.cell', {
                                  n: i + 1,
                                  field: t(end === 'fromKey' ? 'way.from' : 'way.to'),
                                })}
                                options={options}
                                className="way-end"
                              />
                            </Form.Item>
                          </td>
                        ))}
                        <td>
                          <Form.Item name={[name, 'condition']}>
                            <Input
                              placeholder={t('way.always')}
                              aria-label={t('process.cell', {
                                n: i + 1,
                                field: t('way.condition'),
                              })}
                            />
                          </Form.Item>
                        </td>
                        <td>
                          <Button
                            icon={<DeleteOutlined />}
                            aria-label={t('process.removeWay', { n: i + 1 })}
                            onClick={() => remove(name)}
                          />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <div className="row-buttons">
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t('process.addWay')}
              </Button>
              <Button
                icon={<NodeIndexOutlined />}
                // Only where nothing would be overwritten.
                disabled={rows.length > 0 || options.length < 2}
                onClick={() => form.setFieldValue('edges', straight(steps))}
              >
                {t('process.straight')}
              </Button>
            </div>
            <Form.ErrorList errors={errors} warnings={warnings} />
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}
