import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MeasureSelect } from './MeasureSelect';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { PersonSelect } from '@/ui/PersonSelect';

interface Props {
  /** Who leads it is somebody whom the reader does not see. */
  hidesLeader?: boolean;
}

/** What a session is, in the fields of a form. */
export function DetailFields({ hidesLeader }: Props) {
  const { t } = useTranslation('education');
  const kinds = useEnum('EducationKind');
  const keeping = Form.useWatch<boolean | undefined>('keepsLeader') ?? false;
  return (
    <div className="edit-grid">
      <Form.Item
        name="topic"
        label={t('field.topic')}
        rules={[{ required: true, whitespace: true }]}
        className="wide"
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true }]}>
        <Select<Enum<'EducationKind'>>
          options={kinds.options as { value: Enum<'EducationKind'>; label: string }[]}
        />
      </Form.Item>
      <Form.Item name="heldOn" label={t('field.heldOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="hours" label={t('field.hours')} extra={t('plan.hoursHint')}>
        <InputNumber min={0} max={240} step={0.5} precision={2} />
      </Form.Item>
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="leaderId" label={t('field.leader')}>
        <PersonSelect disabled={keeping} />
      </Form.Item>
      <Form.Item name="leaderText" label={t('field.leaderText')} extra={t('plan.leaderHint')}>
        <Input maxLength={200} autoComplete="off" disabled={keeping} />
      </Form.Item>
      {hidesLeader && (
        <Form.Item name="keepsLeader" valuePropName="checked" className="wide">
          <Checkbox>{t('plan.keepsLeader')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item
        name="measureIds"
        label={t('field.measures')}
        extra={t('plan.measuresHint')}
        className="wide"
      >
        <MeasureSelect />
      </Form.Item>
      <Form.Item name="notes" label={t('field.notes')} className="wide">
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </div>
  );
}
