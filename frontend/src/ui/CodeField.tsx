import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** `app`: the six digits that the app shows; `any`: those or a recovery code. */
  kind: 'app' | 'recovery' | 'any';
  autoFocus?: boolean;
}

/** The code of a second factor, named as the API names it. */
export function CodeField({ kind, autoFocus }: Props) {
  const { t } = useTranslation('session');
  return (
    <Form.Item
      name="code"
      label={t(`code.${kind}`)}
      extra={t(`code.${kind}Hint`)}
      rules={[{ required: true, whitespace: true }]}
    >
      <Input
        autoFocus={autoFocus}
        // Telephones and password managers fill in what the app shows.
        autoComplete={kind === 'recovery' ? 'off' : 'one-time-code'}
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        spellCheck={false}
        className="code-input"
      />
    </Form.Item>
  );
}
