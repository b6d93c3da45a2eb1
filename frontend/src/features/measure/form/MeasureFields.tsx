import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { RiskSelect } from '../RiskSelect';
import { DateInput } from '@/ui/DateInput';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { PersonSelect } from '@/ui/PersonSelect';
import { UnitSelect } from '@/ui/UnitSelect';

const required = [{ required: true }];

/** The fields of form 4 that a measure has. */
export function MeasureFields({ unitFixed }: { unitFixed?: boolean }) {
  const { t } = useTranslation('measure');
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  return (
    <>
      <fieldset className="edit-part">
        <legend>{t('form.what')}</legend>
        <div className="edit-grid">
          <Form.Item name="unitId" label={t('field.unit')} rules={required}>
            <UnitSelect disabled={unitFixed} allowClear={false} />
          </Form.Item>
          <Form.Item
            className="wide"
            name={['details', 'riskPointIds']}
            label={t('field.risks')}
            rules={required}
          >
            <RiskSelect multiple unitId={unitId} />
          </Form.Item>
          <Form.Item
            className="wide"
            name={['details', 'content']}
            label={t('field.content')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
          </Form.Item>
          <Form.Item name={['details', 'kind']} label={t('field.kind')} rules={required}>
            <EnumPicker name="MeasureKind" />
          </Form.Item>
          <Form.Item name={['details', 'mechanism']} label={t('field.mechanism')} rules={required}>
            <EnumPicker name="Mechanism" />
          </Form.Item>
          <Form.Item name={['details', 'scope']} label={t('field.scope')} rules={required}>
            <EnumPicker name="MeasureScope" />
          </Form.Item>
          <Form.Item name={['details', 'rulesDocument']} label={t('field.rulesDocument')}>
            <Input />
          </Form.Item>
        </div>
      </fieldset>
      <fieldset className="edit-part">
        <legend>{t('form.who')}</legend>
        <div className="edit-grid">
          <Form.Item name={['details', 'ownerId']} label={t('field.owner')}>
            <PersonSelect />
          </Form.Item>
          <Form.Item name={['details', 'supervisorId']} label={t('field.supervisor')}>
            <PersonSelect />
          </Form.Item>
          <Form.Item name={['details', 'dueOn']} label={t('field.dueOn')}>
            <DateInput />
          </Form.Item>
          <Form.Item
            name={['details', 'frequency']}
            label={t('field.frequency')}
            extra={t('form.frequencyHint')}
          >
            <Input />
          </Form.Item>
          <Form.Item name={['details', 'indicator']} label={t('field.indicator')}>
            <Input />
          </Form.Item>
          <Form.Item name={['details', 'threshold']} label={t('field.threshold')}>
            <Input />
          </Form.Item>
          <Form.Item className="wide" name={['details', 'evidence']} label={t('field.evidence')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
          <Form.Item
            className="wide"
            name={['details', 'asksComprehensive']}
            valuePropName="checked"
          >
            <Checkbox>{t('field.asksComprehensive')}</Checkbox>
          </Form.Item>
        </div>
      </fieldset>
    </>
  );
}
