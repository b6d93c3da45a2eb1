import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEnum } from '@/lib/enumLabel';
import { CheckboxGroup } from '@/ui/CheckboxGroup';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';

/** What the risk is: title, type, manifestation, cause, how it was found. */
export function ContentFields() {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const foundBy = useEnum('FoundBy');
  return (
    <fieldset className="edit-part">
      <legend>{t('riskEdit:part.content')}</legend>
      <div className="edit-grid">
        <Form.Item
          className="wide"
          name={['details', 'title']}
          label={t('risk:field.title')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input placeholder={t('riskEdit:titlePlaceholder')} />
        </Form.Item>
        <Form.Item
          name={['details', 'riskType']}
          label={t('risk:field.riskType')}
          rules={[{ required: true }]}
        >
          <EnumPicker name="RiskType" />
        </Form.Item>
        <Form.Item
          name={['details', 'foundBy']}
          label={t('risk:field.foundBy')}
          rules={[{ required: true }]}
        >
          <CheckboxGroup
            aria-label={t('risk:field.foundBy')}
            options={foundBy.options as { value: string; label: string }[]}
          />
        </Form.Item>
        <Form.Item
          className="wide"
          name={['details', 'manifestation']}
          label={t('risk:field.manifestation')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <Form.Item className="wide" name={['details', 'cause']} label={t('risk:field.cause')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

/** Who is exposed and who answers for it. */
export function PeopleFields() {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  return (
    <fieldset className="edit-part">
      <legend>{t('riskEdit:part.people')}</legend>
      <div className="edit-grid">
        <Form.Item name={['details', 'exposedPostIds']} label={t('risk:field.exposedPosts')}>
          <PostSelect multiple unitId={unitId} />
        </Form.Item>
        <Form.Item name={['details', 'exposedPersonIds']} label={t('risk:field.exposedPersons')}>
          <PersonSelect multiple />
        </Form.Item>
        <Form.Item name={['details', 'directOwnerId']} label={t('risk:field.directOwner')}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name={['details', 'departmentOwnerId']} label={t('risk:field.departmentOwner')}>
          <PersonSelect />
        </Form.Item>
        <Form.Item name={['details', 'leaderOwnerId']} label={t('risk:field.leaderOwner')}>
          <PersonSelect />
        </Form.Item>
      </div>
    </fieldset>
  );
}

const scale = [1, 2, 3, 4, 5] as const;

/** What the proposed grade follows from. The grade itself is the server's answer. */
export function AssessmentFields() {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const consequence = useEnum('ConsequenceKind');
  return (
    <fieldset className="edit-part">
      <legend>{t('riskEdit:part.assessment')}</legend>
      <p className="hint">{t('riskEdit:assessmentHint')}</p>
      <div className="edit-grid">
        {(['likelihood', 'severity'] as const).map((field) => (
          <Form.Item
            key={field}
            name={['assessment', field]}
            label={t(`risk:field.${field}`)}
            rules={[{ required: true }]}
          >
            <Radio.Group
              vertical
              aria-label={t(`risk:field.${field}`)}
              options={scale.map((value) => ({
                value,
                label: `${value} ${t(`riskEdit:${field}.n${value}`)}`,
              }))}
            />
          </Form.Item>
        ))}
        <div>
          <Form.Item
            name={['assessment', 'consequence']}
            label={t('risk:field.consequence')}
            rules={[{ required: true }]}
          >
            <Radio.Group
              vertical
              aria-label={t('risk:field.consequence')}
              options={consequence.options as { value: string; label: string }[]}
            />
          </Form.Item>
          <Form.Item name={['assessment', 'unlimitedPower']} valuePropName="checked">
            <Checkbox>{t('risk:field.unlimitedPower')}</Checkbox>
          </Form.Item>
          <Form.Item name={['assessment', 'pastBreach']} valuePropName="checked">
            <Checkbox>{t('risk:field.pastBreach')}</Checkbox>
          </Form.Item>
        </div>
        <Form.Item className="wide" name="reason" label={t('riskEdit:reason')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
