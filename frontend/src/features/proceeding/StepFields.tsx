import { AutoComplete, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { stepOptions } from './kept';
import { TimeInput } from './TimeInput';
import { useEnum } from '@/lib/enumLabel';
import { PersonSelect } from '@/ui/PersonSelect';

const required = [{ required: true, whitespace: true }];

interface Props {
  /** Those of the process. */
  steps: readonly { key: string; name: string }[];
  /** Without a step nothing of it is asked. */
  optional?: boolean;
}

/** Which step was taken, by whom, and from when to when. */
export function StepFields({ steps, optional = false }: Props) {
  const { t } = useTranslation('proceeding');
  return (
    <>
      <Form.Item
        name="step"
        label={t('field.step')}
        extra={t(steps.length > 0 ? 'record.stepHint' : 'record.stepFree')}
        rules={optional ? [] : required}
        className="wide"
      >
        <AutoComplete
          options={stepOptions(steps)}
          showSearch={{
            filterOption: (typed, option) => String(option?.label ?? '').includes(typed.trim()),
          }}
          maxLength={200}
        />
      </Form.Item>
      <Form.Item
        name="began"
        label={t('field.began')}
        dependencies={['step']}
        rules={[({ getFieldValue }) => ({ required: !optional || Boolean(getFieldValue('step')) })]}
      >
        <TimeInput />
      </Form.Item>
      <Form.Item name="ended" label={t('field.ended')} extra={t('record.endedHint')}>
        <TimeInput />
      </Form.Item>
      <OutcomeField />
      <WhoFields />
    </>
  );
}

/** How a step ended, once it has an end. */
export function OutcomeField() {
  const { t } = useTranslation('proceeding');
  const outcomes = useEnum('StepOutcome');
  return (
    <Form.Item noStyle dependencies={['ended']}>
      {({ getFieldValue }) => (
        <Form.Item
          name="outcome"
          label={t('field.outcome')}
          hidden={!getFieldValue('ended')}
          className="wide"
        >
          <Radio.Group options={outcomes.options} />
        </Form.Item>
      )}
    </Form.Item>
  );
}

/** Who took a step, from the register or by their name. */
function WhoFields() {
  const { t } = useTranslation('proceeding');
  return (
    <>
      <Form.Item name="personId" label={t('field.person')} extra={t('record.personHint')}>
        <PersonSelect />
      </Form.Item>
      <Form.Item noStyle dependencies={['personId']}>
        {({ getFieldValue }) => (
          <Form.Item name="name" label={t('field.name')} extra={t('record.nameHint')}>
            <Input
              maxLength={100}
              autoComplete="off"
              disabled={Boolean(getFieldValue('personId'))}
            />
          </Form.Item>
        )}
      </Form.Item>
    </>
  );
}

/** What is said of a step or a pause; why, where it is corrected. */
export function NoteField({ label, why = false }: { label?: string; why?: boolean }) {
  const { t } = useTranslation('proceeding');
  return (
    <Form.Item
      name="note"
      label={label ?? t(why ? 'field.why' : 'field.note')}
      extra={t(why ? 'record.whyHint' : 'record.noteHint')}
      rules={why ? required : []}
      className="wide"
    >
      <Input.TextArea rows={2} maxLength={500} showCount />
    </Form.Item>
  );
}
