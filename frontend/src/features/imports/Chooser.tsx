import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { InboxOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { KeptMappings } from './KeptMappings';
import { PlanImportMutation } from './query';
import { upload } from './upload';
import { problemsOf, type Problem } from '@/lib/errors';
import type { Upload } from '@/lib/upload';
import { ErrorState } from '@/ui/ErrorState';
import { Field } from '@/ui/Field';
import { UnitSelect } from '@/ui/UnitSelect';

interface Props {
  unitId: string | undefined;
  onUnit: (id: string | undefined) => void;
  /** The dry run has begun. */
  onJob: (id: string) => void;
}

/** Takes a file, sends it and has the server work out what it would do. */
export function Chooser({ unitId, onUnit, onJob }: Props) {
  const { t } = useTranslation('imports');
  const [, plan] = useMutation(PlanImportMutation);
  const [sending, setSending] = useState<{ name: string; percent: number }>();
  const [problems, setProblems] = useState<Problem[]>([]);
  // Refused since too many files wait already; it may replace the oldest of them.
  const [refused, setRefused] = useState<File>();
  const running = useRef<Upload>(undefined);

  // Nobody waits for the file any more once the page is left.
  useEffect(() => () => running.current?.cancel(), []);

  const take = async (file: File | undefined, replace = false) => {
    if (!file || sending) return;
    setProblems([]);
    setRefused(undefined);
    setSending({ name: file.name, percent: 0 });
    running.current = upload(file, replace, (percent) => setSending({ name: file.name, percent }));
    const end = await running.current.end;
    running.current = undefined;
    if (end.kind === 'done') {
      const { data, error } = await plan({ input: { uploadId: end.id, unitId: unitId ?? null } });
      if (error) setProblems(problemsOf(error));
      else if (data) return onJob(data.planImport.job.id);
    } else if (end.kind === 'failed') {
      setProblems(end.problems);
      if (end.problems.some(({ reason }) => reason === 'TOO_MANY_UPLOADS')) setRefused(file);
    }
    setSending(undefined);
  };

  return (
    <section className="panel">
      <p>{t('intro')}</p>
      <ErrorState problems={problems} />
      {refused && (
        <p>
          <Button onClick={() => void take(refused, true)}>
            {t('replaceOldest', { name: refused.name })}
          </Button>
        </p>
      )}
      <Field label={t('unit')}>
        {(id) => (
          <UnitSelect id={id} value={unitId} onChange={onUnit} from="all" className="filter-unit" />
        )}
      </Field>
      <p className="hint">{t('unitHint')}</p>
      {sending ? (
        <div className="upload-progress" role="status">
          {t(sending.percent < 100 ? 'uploading' : 'uploaded', { name: sending.name })}
          <Progress percent={sending.percent} aria-label={t('uploading', { name: sending.name })} />
          {sending.percent < 100 && (
            <Button onClick={() => running.current?.cancel()}>{t('cancelUpload')}</Button>
          )}
        </div>
      ) : (
        <DropZone onFile={(file) => void take(file)} />
      )}
      {unitId && <KeptMappings key={unitId} unitId={unitId} />}
    </section>
  );
}

function DropZone({ onFile }: { onFile: (file: File | undefined) => void }) {
  const { t } = useTranslation('imports');
  const id = useId();
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    // The browser would open the file instead.
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <div
      className={over ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={hold}
      onDragLeave={hold}
      onDrop={(event) => {
        hold(event);
        onFile(event.dataTransfer.files[0]);
      }}
    >
      <InboxOutlined aria-hidden className="drop-icon" />
      <input
        id={id}
        type="file"
        accept=".xlsx,.docx,.csv,.tsv,.txt"
        className="visually-hidden"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          // Choosing the same file again, corrected, is a choice too.
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="drop-label">
        {t('choose')}
      </label>
      <p className="hint">{t('formats')}</p>
    </div>
  );
}
