import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { NarrowPage } from './NarrowPage';
import { paths } from './paths';
import { passwordProblem } from './rules';
import { graphql } from '@/gql';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

const SetUpLinkQuery = graphql(`
  query SetUpLink($token: String!) {
    setUpLink(token: $token)
  }
`);

const SignUpMutation = graphql(`
  mutation SignUpAdministrator($input: SignUpAdministratorInput!) {
    signUpAdministrator(input: $input) {
      account {
        id
      }
    }
  }
`);

const admins = {
  SYSTEM_ADMIN: 'systemAdmin',
  SECURITY_ADMIN: 'securityAdmin',
  AUDITOR: 'auditor',
} as const;

interface Values {
  account: { loginName: string; password: string };
}

/** The one-time link of one of the three administrators leads here. */
export function Component() {
  const { t } = useTranslation('session');
  const [form] = Form.useForm<Values>();
  const [{ fetching }, signUp] = useMutation(SignUpMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [link] = useQuery({ query: SetUpLinkQuery, variables: { token }, pause: token === '' });
  const navigate = useNavigate();
  const notify = useNotify();
  const role = link.data?.setUpLink;
  const admin = role && role in admins ? admins[role as keyof typeof admins] : null;

  const submit = async (values: Values) => {
    setProblems([]);
    const { error } = await signUp({ input: { token, ...values } });
    if (error) return setProblems(placeProblems(form, problemsOf(error)));
    notify.success(t('setUp.done'));
    // The token must not stay in the history.
    navigate(paths.signIn, { replace: true });
  };

  return (
    <NarrowPage title={t('setUp.title')}>
      <p>{t('setUp.intro')}</p>
      {!token && <Alert type="error" showIcon title={t('setUp.noToken')} className="error-state" />}
      {token && link.data && !admin && (
        <Alert type="error" showIcon title={t('setUp.badLink')} className="error-state" />
      )}
      <ErrorState problems={link.error ? problemsOf(link.error) : problems} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} disabled={!admin}>
        <fieldset className="fieldset">
          {admin && (
            <>
              <legend>{t(`setUp.${admin}`)}</legend>
              <p className="hint">{t(`setUp.${admin}Duty`)}</p>
            </>
          )}
          <Form.Item
            name={['account', 'loginName']}
            label={t('signIn.loginName')}
            rules={[{ required: true, whitespace: true, message: t('signIn.needLoginName') }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={['account', 'password']}
            label={t('signIn.password')}
            extra={t('password.rule')}
            rules={[
              { required: true, message: t('signIn.needPassword') },
              {
                validator: (_, value: string) => {
                  const problem = value ? passwordProblem(value) : null;
                  return problem
                    ? Promise.reject(new Error(t(`password.${problem}`)))
                    : Promise.resolve();
                },
              },
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </fieldset>
        <Button type="primary" htmlType="submit" block loading={fetching}>
          {t('setUp.submit')}
        </Button>
      </Form>
    </NarrowPage>
  );
}
