import { useState } from 'react';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, type CombinedError } from 'urql';
import { SendTestMutation, SetSettingsMutation, type NoticeSettings } from './query';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Values {
  mail: boolean;
  mailAddress: string;
  webhook: boolean;
  webhookUrl: string;
  renewSecret: boolean;
  digest: boolean;
  digestHour: number | null;
}

interface Props {
  settings: NoticeSettings;
  onSecret: (secret: string) => void;
  onChanged: () => void;
}

/** The channels; what was typed stays where the server refuses it. */
export function SettingsForm({ settings, onSecret, onChanged }: Props) {
  const { t } = useTranslation('notify');
  const notify = useNotify();
  const [form] = Form.useForm<Values>();
  const [saving, save] = useMutation(SetSettingsMutation);
  const [testing, test] = useMutation(SendTestMutation);
  const [problems, setProblems] = useState<Problem[]>([]);
  const digest = Form.useWatch('digest', form) ?? settings.digest;
  const fail = (error: CombinedError) => setProblems(placeProblems(form, problemsOf(error)));

  const send = async (values: Values) => {
    setProblems([]);
    const { data, error } = await save({
      // An hour that was cleared while there is no digest stays what it was.
      input: { ...values, digestHour: values.digestHour ?? settings.digestHour },
    });
    if (error) return fail(error);
    notify.success(t('saved'));
    form.setFieldValue('renewSecret', false);
    const secret = data?.setNoticeSettings.webhookSecret;
    if (secret) onSecret(secret);
    onChanged();
  };
  const sendTest = async () => {
    setProblems([]);
    const { error } = await test({});
    if (error) fail(error);
    else notify.success(t('testSent'));
    onChanged();
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="notice-form"
      initialValues={{ ...settings, renewSecret: false }}
      onFinish={send}
    >
      <ErrorState problems={problems} />
      <Form.Item
        name="mail"
        valuePropName="checked"
        extra={settings.mailPossible ? undefined : t('mailImpossible')}
      >
        <Checkbox disabled={!settings.mailPossible && !settings.mail}>{t('mail')}</Checkbox>
      </Form.Item>
      <Form.Item name="mailAddress" label={t('mailAddress')}>
        <Input type="email" autoComplete="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="webhook" valuePropName="checked">
        <Checkbox>{t('webhook')}</Checkbox>
      </Form.Item>
      <Form.Item name="webhookUrl" label={t('webhookUrl')} extra={t('webhookWhat')}>
        <Input maxLength={1000} placeholder="https://" />
      </Form.Item>
      {settings.webhookSigned && (
        <Form.Item name="renewSecret" valuePropName="checked">
          <Checkbox>{t('renewSecret')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="digest" valuePropName="checked">
        <Checkbox>{t('digest')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="digestHour"
        label={t('digestHour')}
        rules={[{ required: digest, message: t('hour') }]}
      >
        <InputNumber min={0} max={23} precision={0} disabled={!digest} />
      </Form.Item>
      <div className="notice-foot">
        <Button type="primary" htmlType="submit" loading={saving.fetching}>
          {t('save')}
        </Button>
        <Button loading={testing.fetching} onClick={() => void sendTest()}>
          {t('test')}
        </Button>
      </div>
    </Form>
  );
}
