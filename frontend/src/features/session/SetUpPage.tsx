import { useState } from 'react';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { NarrowPage } from './NarrowPage';
import { paths } from './paths';
import { passwordProblem } from './rules';
import { graphql } from '@/gql';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

const SetUpMutation = graphql(`
  mutation SetUp($input: SetUpInput!) {
    setUp(input: $input) {
      accounts {
        id
      }
    }
  }
`);

const admins = ['systemAdmin', 'securityAdmin', 'auditor'] as const;
type Values = Record<(typeof admins)[number], { loginName: string; password: string }>;

/** The one-time link of an empty database leads here. */
export function Component() {
  const { t } = useTranslation('session');
  const [form] = Form.useForm<Values>();
  const [{ fetching }, setUp] = useMutation(SetUpMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [search] = useSearchParams();
  const token = search.get('token');
  const navigate = useNavigate();
  const notify = useNotify();

  const submit = async (values: Values) => {
    setProblems([]);
    const { error } = await setUp({ input: { token: token ?? '', ...values } });
    if (error) return setProblems(placeProblems(form, problemsOf(error)));
    notify.success(t('setUp.done'));
    // The token must not stay in the history.
    navigate(paths.signIn, { replace: true });
  };

  return (
    <NarrowPage title={t('setUp.title')}>
      <p>{t('setUp.intro')}</p>
      {!token && <Alert type="error" showIcon title={t('setUp.noToken')} className="error-state" />}
      <ErrorState problems={problems} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} disabled={!token}>
        {admins.map((admin) => (
          <fieldset key={admin} className="fieldset">
            <legend>{t(`setUp.${admin}`)}</legend>
            <p className="hint">{t(`setUp.${admin}Duty`)}</p>
            <Form.Item
              name={[admin, 'loginName']}
              label={t('signIn.loginName')}
              rules={[
                { required: true, whitespace: true, message: t('signIn.needLoginName') },
                {
                  validator: (_, value: string) => {
                    const same = admins.some(
                      (other) =>
                        other !== admin &&
                        value &&
                        form.getFieldValue([other, 'loginName'])?.trim().toLowerCase() ===
                          value.trim().toLowerCase(),
                    );
                    return same
                      ? Promise.reject(new Error(t('setUp.sameName')))
                      : Promise.resolve();
                  },
                },
              ]}
            >
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item
              name={[admin, 'password']}
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
        ))}
        <Button type="primary" htmlType="submit" block loading={fetching}>
          {t('setUp.submit')}
        </Button>
      </Form>
    </NarrowPage>
  );
}
