import type { ReactElement } from 'react';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { EnumPicker } from './EnumPicker';
import type { FormField, FormSection } from './sections';
import { DateInput } from '@/ui/DateInput';
import { PersonSelect } from '@/ui/PersonSelect';
import { PostSelect } from '@/ui/PostSelect';
import { UnitSelect } from '@/ui/UnitSelect';

/** The parts of a form, one below the other. */
export function FormSections({ sections }: { sections: readonly FormSection[] }) {
  return sections.map(({ legend, hint, fields, more }) => (
    <fieldset key={legend} className="edit-part">
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="edit-grid">
        {fields.map((field) => (
          <SectionField key={[field.name].flat().join('.')} field={field} />
        ))}
        {more}
      </div>
    </fieldset>
  ));
}

function SectionField({ field }: { field: FormField }) {
  const { kind, name, label, required, wide, hint } = field;
  const written = kind === 'text' || kind === 'prose';
  return (
    <Form.Item
      className={wide ? 'wide' : undefined}
      name={name}
      label={kind === 'check' ? undefined : label}
      valuePropName={kind === 'check' ? 'checked' : undefined}
      // Named alone, `required` suits values of every kind.
      rules={
        required ? [written ? { required: true, whitespace: true } : { required: true }] : undefined
      }
      extra={hint}
    >
      {control(field)}
    </Form.Item>
  );
}

function control(field: FormField): ReactElement {
  const { placeholder, label } = field;
  switch (field.kind) {
    case 'text':
      return <Input placeholder={placeholder} />;
    case 'prose': {
      const [minRows, maxRows] = field.rows ?? [2, 8];
      return <Input.TextArea autoSize={{ minRows, maxRows }} placeholder={placeholder} />;
    }
    case 'number':
      return <InputNumber<number> min={0} precision={0} suffix={field.suffix} />;
    case 'day':
      return <DateInput />;
    case 'enum':
      return <EnumPicker name={field.values} />;
    case 'unit':
      return <UnitSelect disabled={field.fixed} allowClear={false} />;
    case 'person':
      return field.several ? <PersonSelect multiple /> : <PersonSelect />;
    case 'post':
      return <PostOfUnit several={field.several} />;
    case 'check':
      return <Checkbox>{label}</Checkbox>;
    case 'own':
      return field.control;
  }
}

/** Posts of the unit that the form's field `unitId` holds; `Form.Item` gives the rest. */
function PostOfUnit({ several, ...given }: { several?: boolean }) {
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  return several ? (
    <PostSelect {...given} multiple unitId={unitId} />
  ) : (
    <PostSelect {...given} unitId={unitId} />
  );
}
