import { useRef, useState } from 'react';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { byRow, hasSheets, readFile, tableUrl, toRecord, type AtRow, type ReadFile } from './file';
import { FileRows } from './FileRows';
import { RecordReadingsMutation } from './query';
import { problemsOf, type Problem } from '@/lib/errors';
import { currentLanguage } from '@/lib/i18n';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  /** Narrows the table that is downloaded. */
  unitId: string | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Records the readings of a filled table: shows first what they are, and records nothing before. */
export function FileDialog({ unitId, onClose, onDone }: Props) {
  const { t } = useTranslation('indicator');
  const { t: common } = useTranslation();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [file, setFile] = useState<ReadFile>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [refused, setRefused] = useState<AtRow[]>([]);
  const [busy, setBusy] = useState(false);
  const [, record] = useMutation(RecordReadingsMutation);
  const rows = file ? toRecord(file) : [];
  const sheets = file !== undefined && hasSheets(file);

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setName(chosen.name);
    setFile(undefined);
    setProblems([]);
    setRefused([]);
    setBusy(true);
    const end = await readFile(chosen);
    setBusy(false);
    if (end.kind === 'read') setFile(end.file);
    else setProblems(end.problems);
  };
  const commit = async () => {
    setBusy(true);
    setProblems([]);
    setRefused([]);
    const { error } = await record({
      input: {
        fromFile: true,
        readings: rows.map(({ indicatorId, from, value, note, fate }) => ({
          indicatorId,
          period: from,
          value,
          note,
          corrects: fate === 'CORRECTED',
        })),
      },
    });
    setBusy(false);
    if (error) {
      const told = byRow(problemsOf(error), rows);
      setRefused(told.ofRows);
      setProblems(told.rest);
      return;
    }
    notify.success(t('file.done', { count: rows.length }));
    onDone();
  };

  return (
    <Modal
      title={t('file.title')}
      open
      width={960}
      onCancel={onClose}
      cancelText={common('action.cancel')}
      okText={t('file.commit', { count: rows.length })}
      okButtonProps={{ disabled: rows.length === 0 }}
      confirmLoading={busy && file !== undefined}
      onOk={() => void commit()}
      mask={{ closable: false }}
    >
      <p>
        {t('file.intro')} {unitId && t('file.introUnit')}
      </p>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('file.choose')}
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = ''; // the same file again, once it is corrected
        }}
      />
      <p className="step-actions">
        <Button href={tableUrl(unitId)} download>
          {t('file.download')}
        </Button>
        <Button loading={busy && !file} onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
        <span className="indicator-chosen">{name}</span>
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
        {file && rows.length === 0 && (
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
        <FileRows
          rows={rows}
          unchanged={file.readings.length - rows.length}
          blank={file.blank}
          sheets={sheets}
        />
      )}
    </Modal>
  );
}

function AtRows({ rows, sheets }: { rows: AtRow[]; sheets: boolean }) {
  const { t } = useTranslation('indicator');
  const said = ({ sheet = '', row, text }: AtRow) => {
    if (row < 1) return text;
    return sheets ? t('file.atSheet', { sheet, row, text }) : t('file.atRow', { row, text });
  };
  return (
    <ul className="indicator-problems">
      {rows.map((one, i) => (
        <li key={i}>{said(one)}</li>
      ))}
    </ul>
  );
}
