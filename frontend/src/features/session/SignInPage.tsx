import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { NarrowPage } from './NarrowPage';
import { nextPath } from './rules';
import { graphql } from '@/gql';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { useSession } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';

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

interface Values {
  loginName: string;
  password: string;
}

export function Component() {
  const { t } = useTranslation('session');
  const [form] = Form.useForm<Values>();
  const [{ fetching }, signIn] = useMutation(SignInMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const { viewer, refresh } = useSession();
  const [search] = useSearchParams();

  if (viewer) return <Navigate to={nextPath(search.get('next'))} replace />;

  const submit = async (values: Values) => {
    setProblems([]);
    const { error } = await signIn({ input: { ...values, loginName: values.loginName.trim() } });
    if (!error) return refresh();
    setProblems(placeProblems(form, problemsOf(error)));
  };

  return (
    <NarrowPage title={t('signIn.title')}>
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
    </NarrowPage>
  );
}
