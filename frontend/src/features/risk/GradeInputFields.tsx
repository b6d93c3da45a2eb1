import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

/** What a grade follows from; the names are those of the API's GradeInputs. */
export interface GradeValues {
  likelihood: number;
  severity: number;
  consequence: Enum<'ConsequenceKind'>;
  unlimitedPower: boolean;
  pastBreach: boolean;
}

const scale = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

/** Fields of a form that asks for them; `prefix` where they stand below another name. */
export function GradeInputFields({ prefix = [] }: { prefix?: string[] }) {
  const { t } = useTranslation('risk');
  const consequence = useEnum('ConsequenceKind');
  const required = [{ required: true, message: t('propose.need') }];
  return (
    <>
      <Form.Item
        name={[...prefix, 'likelihood']}
        label={t('field.likelihood')}
        extra={t('propose.likelihoodHint')}
        rules={required}
      >
        <Radio.Group optionType="button" options={scale} />
      </Form.Item>
      <Form.Item
        name={[...prefix, 'severity']}
        label={t('field.severity')}
        extra={t('propose.severityHint')}
        rules={required}
      >
        <Radio.Group optionType="button" options={scale} />
      </Form.Item>
      <Form.Item name={[...prefix, 'consequence']} label={t('field.consequence')} rules={required}>
        <Radio.Group options={consequence.options as { value: string; label: string }[]} />
      </Form.Item>
      <Form.Item name={[...prefix, 'unlimitedPower']} valuePropName="checked" noStyle>
        <Checkbox>{t('field.unlimitedPower')}</Checkbox>
      </Form.Item>
      <Form.Item name={[...prefix, 'pastBreach']} valuePropName="checked">
        <Checkbox>{t('field.pastBreach')}</Checkbox>
      </Form.Item>
    </>
  );
}
