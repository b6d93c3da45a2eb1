import { useEffect, useRef, useState } from 'react';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { AttachmentsQuery, type Attachment, type AttachmentList } from './query';
import { refusal, shortSize } from './refusal';
import { RemoveDialog } from './RemoveDialog';
import './attachment.css';
import type { Problem } from '@/lib/errors';
import { formatTime } from '@/lib/format';
import { serverUrl } from '@/lib/page';
import { sendFile, type Upload } from '@/lib/upload';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';
import { Query } from '@/ui/Query';

interface Props {
  /** A form, a risk point, a measure, a meeting, a check, a warning or a task. */
  ownerId: string;
  /** Only the files of this row of a form are shown, and new ones belong to it. */
  rowKey?: string;
  /** What whoever adds files should know, shown to them alone. */
  hint?: string;
  /** Of the owner: with another, who may add and remove is asked again, and what is being sent goes on. */
  version?: number;
}

/** Files 佐证 of something: the list, adding and removing. */
export function Attachments(props: Props) {
  const { t } = useTranslation('attachment');
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <AttachmentFiles {...props} />
    </section>
  );
}

/** The same without a frame of its own. */
export function AttachmentFiles({ ownerId, rowKey, hint, version }: Props) {
  const { t } = useTranslation('attachment');
  const [result, reload] = useQuery({
    query: AttachmentsQuery,
    variables: { ownerId },
    // Files are sent past the cache, and who may add some changes with the state of the owner.
    requestPolicy: 'cache-and-network',
  });
  const again = () => reload({ requestPolicy: 'network-only' });
  const asked = useRef(version);
  useEffect(() => {
    if (asked.current === version) return;
    asked.current = version;
    reload({ requestPolicy: 'network-only' });
  }, [version, reload]);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  return (
    <div className="attachments">
      <Query result={result} onRetry={again} rows={2}>
        {({ attachments }) => {
          const files = attachments.files.filter(
            (file) => rowKey === undefined || file.rowKey === rowKey,
          );
          return (
            <>
              {files.length === 0 && <p className="hint">{t('none')}</p>}
              <ul className="attachment-list">
                {files.map((file) => (
                  <li key={file.id}>
                    <a href={serverUrl(file.path.slice(1))} download={file.name}>
                      {file.name}
                    </a>{' '}
                    <span className="hint-inline">
                      {shortSize(file.size)} · {file.uploaderName} · {formatTime(file.at)}
                    </span>{' '}
                    {rowKey === undefined && (
                      <Place file={file} ownerId={ownerId} rows={attachments.rows} />
                    )}
                    {attachments.removable.includes(file.id) && (
                      <Button
                        size="small"
                        danger
                        aria-label={t('remove.named', { name: file.name })}
                        onClick={() => setRemoving(file)}
                      >
                        {t('remove.action')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              {attachments.mayAttach && hint && <p className="hint">{hint}</p>}
              {attachments.mayAttach && (
                <Adder
                  path={`attachment?${new URLSearchParams({ owner: ownerId, ...(rowKey && { row: rowKey }) })}`}
                  check={(file) => refusal(file, attachments.files.length, attachments)}
                  bounds={attachments}
                  onDone={again}
                />
              )}
            </>
          );
        }}
      </Query>
      {removing && (
        <RemoveDialog
          file={removing}
          onClose={() => setRemoving(null)}
          onDone={() => {
            setRemoving(null);
            again();
          }}
        />
      )}
    </div>
  );
}

interface PlaceProps {
  file: Attachment;
  ownerId: string;
  rows: AttachmentList['rows'];
}

/** Where a file stands: on which row of the form, or in which form if it was handed in with one. */
function Place({ file, ownerId, rows }: PlaceProps) {
  const { t } = useTranslation('attachment');
  if (file.ownerId !== ownerId) {
    return (
      <Link to={`/forms/${file.ownerId}`} className="attachment-place">
        {t('inForm')}
      </Link>
    );
  }
  if (file.rowKey === '') return null;
  const row = rows.find(({ key }) => key === file.rowKey);
  return (
    <span className="attachment-place" title={row?.text}>
      {row ? t('onRow', { number: row.number, text: row.text }) : t('rowGone')}
    </span>
  );
}

interface AdderProps {
  path: string;
  check: (file: File) => ReturnType<typeof refusal>;
  bounds: { types: readonly string[]; mostBytes: number; mostFiles: number };
  onDone: () => void;
}

function Adder({ path, check, bounds, onDone }: AdderProps) {
  const { t } = useTranslation('attachment');
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ upload: Upload; name: string } | null>(null);
  const [percent, setPercent] = useState(0);
  const [problems, setProblems] = useState<Problem[]>([]);
  const words = {
    types: bounds.types.join(' '),
    size: shortSize(bounds.mostBytes),
    count: bounds.mostFiles,
  };

  const send = async (file: File) => {
    const wrong = check(file);
    if (wrong) {
      setProblems([
        { code: 'INVALID', message: t(`refused.${wrong}`, { ...words, name: file.name }) },
      ]);
      return;
    }
    setProblems([]);
    setPercent(0);
    const upload = sendFile(path, file, setPercent);
    setSending({ upload, name: file.name });
    const end = await upload.end;
    setSending(null);
    if (end.kind === 'failed') setProblems(end.problems);
    if (end.kind === 'done') {
      notify.success(t('added', { name: file.name }));
      onDone();
    }
  };

  return (
    <>
      <ErrorState problems={problems} />
      {sending ? (
        <div className="attachment-progress">
          <Progress percent={percent} aria-label={t('sending', { name: sending.name })} />
          <Button onClick={sending.upload.cancel}>{t('cancel')}</Button>
        </div>
      ) : (
        <>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('add')}
            accept={bounds.types.join(',')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              // The same file may be chosen again after an error.
              target.value = '';
              if (file) void send(file);
            }}
          />
          <Button onClick={() => input.current?.click()}>{t('add')}</Button>
          <p className="hint">{t('bounds', words)}</p>
        </>
      )}
    </>
  );
}
