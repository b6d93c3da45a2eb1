import { useState } from 'react';
import { Alert, Button, Form, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { NarrowPage } from './NarrowPage';
import { nextPath, passwordProblem } from './rules';
import { SignOutButton } from './SignOutButton';
import { graphql } from '@/gql';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { useSession, useViewer } from '@/lib/viewer';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

const ChangePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        mustChangePassword
      }
    }
  }
`);

interface Values {
  oldPassword: string;
  newPassword: string;
  repeated: string;
}

export function Component() {
  const { t } = useTranslation(['session', 'common']);
  const [form] = Form.useForm<Values>();
  const [{ fetching }, change] = useMutation(ChangePasswordMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const { mustChangePassword } = useViewer();
  const { refresh } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const notify = useNotify();

  const submit = async ({ oldPassword, newPassword }: Values) => {
    setProblems([]);
    const { error } = await change({ input: { oldPassword, newPassword } });
    if (error) return setProblems(placeProblems(form, problemsOf(error)));
    notify.success(t('session:password.done'));
    refresh();
    navigate(nextPath(search.get('next')), { replace: true });
  };

  return (
    <NarrowPage title={t('session:password.title')}>
      {mustChangePassword && (
        <Alert
          type="warning"
          showIcon
          title={t('session:password.forced')}
          className="error-state"
        />
      )}
      <ErrorState problems={problems} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="oldPassword"
          label={t('session:password.old')}
          rules={[{ required: true, message: t('session:password.need') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('session:password.new')}
          extra={t('session:password.rule')}
          rules={[
            { required: true, message: t('session:password.need') },
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
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="repeated"
          label={t('session:password.repeat')}
          dependencies={['newPassword']}
          rules={[
            { required: true, message: t('session:password.need') },
            {
              validator: (_, value: string) =>
                !value || value === form.getFieldValue('newPassword')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('session:password.differs'))),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={fetching}>
            {t('common:action.save')}
          </Button>
          {mustChangePassword ? (
            <SignOutButton />
          ) : (
            <Button onClick={() => navigate(-1)}>{t('common:action.cancel')}</Button>
          )}
        </Space>
      </Form>
    </NarrowPage>
  );
}
