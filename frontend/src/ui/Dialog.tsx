import { useState, type ReactNode } from 'react';
import { Form, Modal, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { ErrorState } from './ErrorState';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';

interface Props<V> {
  title: string;
  open: boolean;
  onClose: () => void;
  form: FormInstance<V>;
  initialValues?: Partial<V>;
  /** Sends the form; what it answers is shown at the fields or above them. */
  submit: (values: V) => Promise<CombinedError | undefined>;
  okText?: string;
  /** Whether it can't be sent yet. */
  okDisabled?: boolean;
  danger?: boolean;
  /** In pixels, where rows of fields need more than the usual width. */
  width?: number;
  children: ReactNode;
}

/** A form in a dialog, with the server's problems at the fields that they name. */
export function Dialog<V extends object>(props: Props<V>) {
  const { title, open, onClose, form, initialValues, submit, okText, okDisabled, danger, width } =
    props;
  const { children } = props;
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);

  const send = async (values: V) => {
    setBusy(true);
    setProblems([]);
    const error = await submit(values);
    setBusy(false);
    if (error) setProblems(placeProblems(form, problemsOf(error)));
    else onClose();
  };

  return (
    <Modal
      title={title}
      width={width}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={okText ?? t('action.confirm')}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger, disabled: okDisabled }}
      confirmLoading={busy}
      mask={{ closable: false }}
      destroyOnHidden
      afterClose={() => setProblems([])}
    >
      <ErrorState problems={problems} />
      <Form<V>
        form={form}
        layout="vertical"
        initialValues={initialValues}
        preserve={false}
        onFinish={send}
      >
        {children}
      </Form>
    </Modal>
  );
}
