import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { nextPath, providerUrl, refusalOf } from './rules';
import { graphql } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { useSession } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';

const SignInOptionsQuery = graphql(`
  query SignInOptions {
    signInOptions {
      password
      oidc {
        name
        startUrl
      }
    }
  }
`);

const SignInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        account {
          id
        }
      }
    }
  }
`);

interface Props {
  /** Where to go afterwards. */
  next: string;
  /** Why the identity provider's sign-in failed, as the address says it. */
  refused: string | null;
}

/** Login name and password, or the way to the identity provider. */
export function PasswordStep({ next, refused }: Props) {
  const { t } = useTranslation('session');
  const refusal = useEnum('OidcRefusal');
  // Without an answer there is still the password.
  const [{ data }] = useQuery({ query: SignInOptionsQuery });
  const reason = refusalOf(refused);
  const oidc = data?.signInOptions.oidc;
  return (
    <>
      {reason && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="error-state"
          title={reason === 'other' ? t('oidc.failed') : refusal.label(reason)}
        />
      )}
      {data?.signInOptions.password !== false && <PasswordForm />}
      {oidc && (
        <div className="other-way">
          <Button block href={providerUrl(oidc.startUrl, nextPath(next))}>
            {t('oidc.with', { name: oidc.name })}
          </Button>
        </div>
      )}
    </>
  );
}

interface Values {
  loginName: string;
  password: string;
}

function PasswordForm() {
  const { t } = useTranslation('session');
  const [form] = Form.useForm<Values>();
  const [{ fetching }, signIn] = useMutation(SignInMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const { refresh } = useSession();

  const submit = async (values: Values) => {
    setProblems([]);
    const { error } = await signIn({ input: { ...values, loginName: values.loginName.trim() } });
    if (!error) return refresh();
    setProblems(placeProblems(form, problemsOf(error)));
  };

  return (
    <>
      <ErrorState problems={problems} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="loginName"
          label={t('signIn.loginName')}
          rules={[{ required: true, message: t('signIn.needLoginName') }]}
        >
          <Input autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: t('signIn.needPassword') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={fetching}>
          {t('signIn.submit')}
        </Button>
      </Form>
    </>
  );
}
