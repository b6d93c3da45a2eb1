import { useRef, useState } from 'react';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ImportPreview } from './ImportPreview';
import { importFile, type FormImport } from './importFile';
import type { Problem } from '@/lib/errors';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  formId: string;
  open: boolean;
  onClose: () => void;
  onImported: () => void;
}

/** Takes a filled file: shows first what it would change, and changes nothing before. */
export function ImportDialog({ formId, open, onClose, onImported }: Props) {
  const { t } = useTranslation('paper');
  const { t: common } = useTranslation();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [plan, setPlan] = useState<FormImport>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const send = async (chosen: File, version?: number) => {
    setBusy(true);
    setProblems([]);
    const end = await importFile(formId, chosen, version);
    setBusy(false);
    if (end.kind === 'failed') {
      setProblems(end.problems);
    } else if (end.result.committed) {
      notify.success(t('import.done'));
      onImported();
      onClose();
    } else {
      setPlan(end.result);
    }
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setPlan(undefined);
    void send(chosen);
  };
  const empty = plan !== undefined && plan.fields.length + plan.rows.length === 0;
  const usable = plan !== undefined && !empty && plan.problems.length === 0;

  return (
    <Modal
      title={t('import.title')}
      open={open}
      width={860}
      onCancel={onClose}
      cancelText={common('action.cancel')}
      okText={t('import.commit')}
      okButtonProps={{ disabled: !usable }}
      confirmLoading={busy && plan !== undefined}
      onOk={() => file && plan && void send(file, plan.draftVersion)}
      mask={{ closable: false }}
      destroyOnHidden
      afterClose={() => {
        setFile(undefined);
        setPlan(undefined);
        setProblems([]);
      }}
    >
      <p>{t('import.intro')}</p>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('import.choose')}
        onChange={(event) => {
          choose(event.target.files?.[0]);
          event.target.value = ''; // the same file again, once it is corrected
        }}
      />
      <Button loading={busy && !plan} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>{' '}
      {file?.name}
      <ErrorState problems={problems} />
      <div role="status">
        {empty && <Alert type="info" showIcon title={t('import.nothing')} />}
        {plan && plan.problems.length > 0 && (
          <Alert type="error" showIcon title={t('import.bad', { count: plan.problems.length })} />
        )}
      </div>
      {plan && <ImportPreview formId={formId} plan={plan} />}
    </Modal>
  );
}
