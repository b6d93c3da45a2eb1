import { useRef, useState } from 'react';
import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { readBpmn, type BpmnFile, type BpmnNote } from './bpmn';
import type { Plan } from './plan';
import type { Problem } from '@/lib/errors';

interface Props {
  powerId: string;
  onClose: () => void;
  /** Takes a process of the file in the place of what is edited. */
  onTake: (plan: Plan) => void;
}

/** Reads a BPMN file and shows what becomes of it before it is taken over. */
export function BpmnDialog({ powerId, onClose, onTake }: Props) {
  const { t } = useTranslation('powerMap');
  const picker = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [file, setFile] = useState<BpmnFile>();
  const [chosen, setChosen] = useState(0);
  const one = file?.processes[chosen];

  const read = async (picked: File | undefined) => {
    if (!picked) return;
    setReading(true);
    const answer = await readBpmn(powerId, picked);
    setReading(false);
    setChosen(0);
    setFile(answer.kind === 'read' ? answer.file : undefined);
    setProblems(answer.kind === 'failed' ? answer.problems : []);
  };

  return (
    <Modal
      open
      width={640}
      title={t('bpmn.title')}
      okText={t('bpmn.take')}
      cancelText={t('discard.cancel')}
      okButtonProps={{ disabled: !one }}
      onCancel={onClose}
      onOk={() => one && onTake(one.plan)}
    >
      <p className="hint">{t('bpmn.hint')}</p>
      <input
        ref={picker}
        type="file"
        accept=".bpmn,.xml"
        aria-label={t('bpmn.file')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden />}
        loading={reading}
        onClick={() => picker.current?.click()}
      >
        {t(file ? 'bpmn.other' : 'bpmn.choose')}
      </Button>
      {problems.map((problem, i) => (
        <Alert
          key={i}
          type="error"
          showIcon
          className="map-notice"
          title={problem.message || t('bpmn.offline')}
        />
      ))}
      {file && (
        <div className="bpmn-read" aria-live="polite">
          <h3>{t('bpmn.found', { count: file.processes.length, tool: file.tool || '—' })}</h3>
          <Radio.Group
            vertical
            value={chosen}
            onChange={(event) => setChosen(event.target.value as number)}
            options={file.processes.map((process, i) => ({
              value: i,
              label: t('bpmn.process', {
                name: process.name || t('draw.unnamed'),
                steps: process.plan.steps.length,
                ways: process.plan.ways.length,
              }),
            }))}
          />
          <Notes notes={[...(one?.notes ?? []), ...file.notes]} />
        </div>
      )}
    </Modal>
  );
}

function Notes({ notes }: { notes: BpmnNote[] }) {
  const { t } = useTranslation('powerMap');
  if (notes.length === 0) return <p>{t('bpmn.whole')}</p>;
  return (
    <>
      <h3>{t('bpmn.notes')}</h3>
      <ul className="bpmn-notes">
        {notes.map((note, i) => (
          <li key={i}>{note.message}</li>
        ))}
      </ul>
    </>
  );
}
