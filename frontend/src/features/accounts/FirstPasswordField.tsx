import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { firstPassword } from './firstPassword';
import { passwordProblem } from '@/features/session/door';

/**
 * A first password in plain sight: whoever types it has to hand it over, and its
 * owner must change it at the first sign-in.
 */
export function FirstPasswordField() {
  const { t } = useTranslation(['accounts', 'session']);
  const form = Form.useFormInstance();
  return (
    <>
      <Form.Item
        name="firstPassword"
        label={t('accounts:firstPassword.label')}
        extra={t('session:password.rule')}
        rules={[
          { required: true },
          {
            validator: (_, value: string) => {
              const problem = value ? passwordProblem(value) : null;
              return problem
                ? Promise.reject(new Error(t(`session:password.${problem}`)))
                : Promise.resolve();
            },
          },
        ]}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item>
        <Button onClick={() => form.setFieldValue('firstPassword', firstPassword())}>
          {t('accounts:firstPassword.make')}
        </Button>
      </Form.Item>
    </>
  );
}
