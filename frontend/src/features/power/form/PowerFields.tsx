import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { LegalBasesField } from './LegalBasesField';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { PostSelect } from '@/ui/PostSelect';
import { UnitSelect } from '@/ui/UnitSelect';

const required = [{ required: true }];

/** The fields of form 1 that a power has. */
export function PowerFields({ unitFixed }: { unitFixed?: boolean }) {
  const { t } = useTranslation('power');
  return (
    <>
      <fieldset className="edit-part">
        <legend>{t('form.base')}</legend>
        <div className="edit-grid">
          <Form.Item name="unitId" label={t('field.unit')} rules={required}>
            <UnitSelect disabled={unitFixed} allowClear={false} />
          </Form.Item>
          <Form.Item
            name={['details', 'code']}
            label={t('field.code')}
            rules={[{ required: true, whitespace: true }]}
            extra={t('form.codeHint')}
          >
            <Input />
          </Form.Item>
          <Form.Item
            name={['details', 'name']}
            label={t('field.name')}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name={['details', 'type']} label={t('field.type')} rules={required}>
            <EnumPicker name="PowerType" />
          </Form.Item>
          <Form.Item name={['details', 'timeLimitDays']} label={t('field.timeLimitDays')}>
            <InputNumber<number> min={0} precision={0} suffix={t('form.days')} />
          </Form.Item>
          <Form.Item name={['details', 'frequency']} label={t('field.frequency')}>
            <Input placeholder={t('form.frequencyHint')} />
          </Form.Item>
          <Form.Item
            name={['details', 'discretion']}
            label={t('field.discretion')}
            rules={required}
          >
            <EnumPicker name="Discretion" />
          </Form.Item>
          <Form.Item
            className="wide"
            name={['details', 'discretionNote']}
            label={t('field.discretionNote')}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
        </div>
      </fieldset>
      <LegalBasesField />
      <PostFields />
      <fieldset className="edit-part">
        <legend>{t('form.disclosure')}</legend>
        <div className="edit-grid">
          <Form.Item name={['details', 'disclosure', 'scope']} label={t('field.disclosureScope')}>
            <Input />
          </Form.Item>
          <Form.Item name={['details', 'disclosure', 'form']} label={t('field.disclosureForm')}>
            <Input />
          </Form.Item>
          <Form.Item name={['details', 'disclosure', 'reason']} label={t('field.disclosureReason')}>
            <Input />
          </Form.Item>
        </div>
      </fieldset>
    </>
  );
}

function PostFields() {
  const { t } = useTranslation('power');
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  return (
    <fieldset className="edit-part">
      <legend>{t('form.posts')}</legend>
      <div className="edit-grid">
        <Form.Item
          className="wide"
          name={['details', 'exercisingPostIds']}
          label={t('field.exercisingPosts')}
        >
          <PostSelect multiple unitId={unitId} />
        </Form.Item>
        <Form.Item name={['details', 'decisionPostId']} label={t('field.decisionPost')}>
          <PostSelect unitId={unitId} />
        </Form.Item>
        <Form.Item name={['details', 'executionPostId']} label={t('field.executionPost')}>
          <PostSelect unitId={unitId} />
        </Form.Item>
        <Form.Item name={['details', 'supervisionPostId']} label={t('field.supervisionPost')}>
          <PostSelect unitId={unitId} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
