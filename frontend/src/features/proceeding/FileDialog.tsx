import { useRef, useState } from 'react';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import {
  byRow,
  hasSheets,
  readFile,
  tableUrl,
  toRecord,
  type AtRow,
  type Of,
  type ReadFile,
} from './file';
import { FileRows } from './FileRows';
import { sendInParts } from './parts';
import { RecordProceedingsMutation } from './query';
import './proceeding.css';
import { problemsOf, type Problem } from '@/lib/errors';
import { currentLanguage } from '@/lib/i18n';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  /** Narrows the table that is downloaded. */
  of: Of;
  onClose: () => void;
  onDone: () => void;
}

/** Records the proceedings of a filled table: shows first what they are, and records nothing before. */
export function FileDialog({ of, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const { t: common } = useTranslation();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [file, setFile] = useState<ReadFile>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [refused, setRefused] = useState<AtRow[]>([]);
  const [busy, setBusy] = useState(false);
  // How many of the rows were recorded, while it goes on and where it stopped.
  const [sent, setSent] = useState(0);
  const [, record] = useMutation(RecordProceedingsMutation);
  const all = file ? toRecord(file) : [];
  const rows = all.slice(sent);
  const sheets = file !== undefined && hasSheets(file);
  const sending = busy && file !== undefined;

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setName(chosen.name);
    setFile(undefined);
    setProblems([]);
    setRefused([]);
    setSent(0);
    setBusy(true);
    const end = await readFile(chosen, of.powerId);
    setBusy(false);
    if (end.kind === 'read') setFile(end.file);
    else setProblems(end.problems);
  };
  const commit = async () => {
    setBusy(true);
    setProblems([]);
    setRefused([]);
    const end = await sendInParts(
      rows.map(({ entry }) => entry),
      async (proceedings) => (await record({ input: { fromFile: true, proceedings } })).error,
      (count) => setSent(sent + count),
    );
    setBusy(false);
    if (end.error) {
      const told = byRow(problemsOf(end.error), rows.slice(end.sent));
      setRefused(told.ofRows);
      setProblems(told.rest);
      return;
    }
    notify.success(t('file.done', { count: all.length }));
    onDone();
  };

  return (
    <Modal
      title={t('file.title')}
      open
      width={960}
      // What is being sent is not left alone: nobody would see what of it was refused.
      onCancel={sending ? undefined : onClose}
      cancelButtonProps={{ disabled: sending }}
      cancelText={common('action.cancel')}
      okText={t(sent > 0 && !busy ? 'file.commitRest' : 'file.commit', { count: rows.length })}
      okButtonProps={{ disabled: rows.length === 0 }}
      confirmLoading={sending}
      onOk={() => void commit()}
      mask={{ closable: false }}
    >
      <p>
        {t('file.intro')} {!of.powerId && of.unitId && t('file.introUnit')}
      </p>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('file.choose')}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = ''; // the same file again, once it is corrected
        }}
      />
      <p className="step-actions">
        <Button href={tableUrl(of)} download>
          {t('file.download')}
        </Button>
        <Button loading={busy && !file} disabled={sending} onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
        <span className="proceeding-chosen">{name}</span>
      </p>
      <ErrorState problems={problems} />
      {refused.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="error-state"
          title={t('file.refused')}
          description={<AtRows rows={refused} sheets={sheets} />}
        />
      )}
      <div role="status">
        {sent > 0 && (
          <Alert
            type="info"
            showIcon
            className="error-state"
            title={t(busy ? 'file.going' : 'file.stopped', {
              sent,
              all: all.length,
              rest: rows.length,
            })}
          />
        )}
        {file && all.length === 0 && (
          <Alert type="info" showIcon className="error-state" title={t('file.nothing')} />
        )}
        {file && file.problems.length > 0 && (
          <Alert
            type="warning"
            showIcon
            className="error-state"
            title={t('file.problems', { count: file.problems.length })}
            description={
              <AtRows
                rows={file.problems.map((one) => ({ ...one, text: one[currentLanguage()] }))}
                sheets={sheets}
              />
            }
          />
        )}
      </div>
      {file && (
        <FileRows rows={rows} unchanged={file.proceedings.length - all.length} sheets={sheets} />
      )}
    </Modal>
  );
}

function AtRows({ rows, sheets }: { rows: AtRow[]; sheets: boolean }) {
  const { t } = useTranslation('proceeding');
  const said = ({ sheet, row, text }: AtRow) => {
    if (row < 1) return sheet ? t('file.atWhole', { sheet, text }) : text;
    return sheets ? t('file.atSheet', { sheet, row, text }) : t('file.atRow', { row, text });
  };
  return (
    <div className="proceeding-problems" role="group" tabIndex={0} aria-label={t('file.why')}>
      <ul className="proceeding-lines">
        {rows.map((one, i) => (
          <li key={i}>{said(one)}</li>
        ))}
      </ul>
    </div>
  );
}
