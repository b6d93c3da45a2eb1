import { useId, useState, type ReactNode } from 'react';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { ErrorState } from './ErrorState';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';

interface Props<V> {
  submitLabel: string;
  /** Sends the form; what it answers is shown at the fields or above them. */
  send: (values: V) => Promise<CombinedError | undefined>;
  /** Further buttons beside the one that sends. */
  more?: ReactNode;
  children: ReactNode;
}

/** One short step of several, e.g. of signing in: a field or two and the button to go on. */
export function StepForm<V extends object>({ submitLabel, send, more, children }: Props<V>) {
  const { t } = useTranslation('edit');
  const [form] = Form.useForm<V>();
  // Fields of a dialog and of the page behind it may have the same names.
  const name = `f${useId().replace(/\W/g, '')}`;
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);

  const submit = async (values: V) => {
    setBusy(true);
    setProblems([]);
    const error = await send(values);
    setBusy(false);
    if (error) setProblems(placeProblems(form, problemsOf(error)));
  };

  return (
    <>
      <ErrorState problems={problems} />
      <Form<V>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        validateMessages={{ required: t('required'), whitespace: t('required') }}
        onFinish={submit}
      >
        {children}
        <div className="step-actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submitLabel}
          </Button>
          {more}
        </div>
      </Form>
    </>
  );
}
