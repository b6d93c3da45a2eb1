import { useEffect, useId, useReducer, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { answered, emptyDraft, inputOf } from './draft';
import { Heads } from './Heads';
import { openOnSheet } from './open';
import { Others } from './Others';
import { MapImportMutation, type Layout, type Reading } from './query';
import { SheetGrid } from './SheetGrid';
import { useReading } from './useReading';
import { Words } from './Words';
import './mapping.css';
import { problemsOf, type Problem } from '@/lib/errors';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';

interface Props {
  jobId: string;
  /** The name under which the mapping is kept with the next answer. */
  name: string;
  onName: (name: string) => void;
  /** Whether the import has a unit, for which alone a mapping is kept. */
  hasUnit: boolean;
  /** The answers were taken; the dry run is computed again. */
  onSent: () => void;
  /** Nothing needs to be answered, so that the view may be closed. */
  onClose?: () => void;
}

const intoView = { block: 'nearest', inline: 'nearest' } as const;

/** How the file is read, to be completed and put right. */
export function Mapping(props: Props) {
  const { reading, layouts, error, reload } = useReading(props.jobId);
  if (error) return <ErrorState error={error} onRetry={reload} />;
  if (!reading) return <Loading />;
  return <MappingForm {...props} reading={reading} layouts={layouts} />;
}

interface FormProps extends Props {
  reading: Reading;
  layouts: Layout[];
}

function MappingForm({ reading, layouts, ...props }: FormProps) {
  const { t } = useTranslation('imports');
  const [, map] = useMutation(MapImportMutation);
  const [draft, onAnswer] = useReducer(answered, emptyDraft);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const first = reading.sheets.find(({ name }) => openOnSheet(reading, name) > 0);
  const [shown, setShown] = useState((first ?? reading.sheets[0])?.name);
  const form = useRef<HTMLFormElement>(null);
  const nameId = useId();
  const titleId = useId();

  // What has to be answered first is where somebody goes on.
  useEffect(() => {
    const at = form.current?.querySelector<HTMLElement>('[data-open]');
    (at ?? form.current?.querySelector<HTMLElement>('select'))?.focus();
  }, []);

  const send = async (accept: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblems([]);
    const saveAs = props.name.trim() || null;
    const { error } = await map({
      input: { jobId: props.jobId, ...inputOf(draft), accept, saveAs },
    });
    setBusy(false);
    if (error) setProblems(problemsOf(error));
    else props.onSent();
  };

  // Enter on a picker sends too; browsers differ in what it does there.
  const onKeyDown = (event: KeyboardEvent) => {
    const at = event.target;
    const picks = at instanceof HTMLSelectElement;
    const ticks = at instanceof HTMLInputElement && at.type === 'checkbox';
    if (event.key !== 'Enter' || !(picks || ticks)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  const ofName = problems.filter(({ field }) => field === 'saveAs');
  const ofWords = problems.filter(({ field }) => field === 'words');
  const others = problems.filter((one) => !ofName.includes(one) && !ofWords.includes(one));
  const count = reading.questions.length;
  const sheet = reading.sheets.find(({ name }) => name === shown);
  const shared = { reading, layouts, draft, onAnswer };
  return (
    <form
      ref={form}
      className="panel"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      // A picker at the rim of a wide sheet is shown whole, with its column.
      onFocus={({ target }) => target.closest('td')?.scrollIntoView?.(intoView)}
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <h2 id={titleId}>{t('mapping.title')}</h2>
      <p role="status">{count > 0 ? t('mapping.open', { count }) : t('mapping.nothingOpen')}</p>
      <p className="hint">{t('mapping.hint')}</p>
      <ErrorState problems={others} />
      <div className="mapping">
        <div className="map-main">
          {reading.sheets.length > 1 && (
            <div className="map-sheets" role="group" aria-label={t('mapping.sheets')}>
              {reading.sheets.map(({ name, hidden }) => {
                const open = openOnSheet(reading, name);
                return (
                  <Button
                    key={name}
                    aria-pressed={name === shown}
                    type={name === shown ? 'primary' : 'default'}
                    onClick={() => setShown(name)}
                  >
                    {name}
                    {hidden && t('mapping.hidden')}
                    {open > 0 && t('mapping.openHere', { count: open })}
                  </Button>
                );
              })}
            </div>
          )}
          {sheet && <SheetGrid key={sheet.name} sheet={sheet} {...shared} />}
          {sheet && <Heads key={`${sheet.name}/heads`} sheet={sheet} {...shared} />}
        </div>
        <div className="map-side">
          <ErrorState problems={ofWords} />
          <Words {...shared} />
          <Others {...shared} />
        </div>
      </div>
      <div className="map-save">
        <label htmlFor={nameId}>{t('mapping.saveAs')}</label>
        <Input
          id={nameId}
          className="map-name"
          value={props.name}
          maxLength={100}
          disabled={!props.hasUnit}
          aria-describedby={`${nameId}-hint`}
          onChange={({ target }) => props.onName(target.value)}
        />
        <span id={`${nameId}-hint`} className="hint-inline">
          {t(props.hasUnit ? 'mapping.saveHint' : 'mapping.saveNeedsUnit')}
        </span>
      </div>
      <ErrorState problems={ofName} />
      <div className="import-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('mapping.send')}
        </Button>
        <Button disabled={busy} onClick={() => void send(true)}>
          {t('mapping.accept')}
        </Button>
        {props.onClose && (
          <Button disabled={busy} onClick={props.onClose}>
            {t('mapping.close')}
          </Button>
        )}
      </div>
    </form>
  );
}

export default Mapping;
