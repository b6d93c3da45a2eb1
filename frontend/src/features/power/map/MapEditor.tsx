import { lazy, Suspense, useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { BpmnDialog } from './BpmnDialog';
import { ChangeTable } from './ChangeTable';
import { FindingList } from './FindingList';
import { download, fileName, pngFile, svgFile } from './files';
import { isArrow, neighbour } from './keys';
import { KeysDialog } from './KeysDialog';
import { ExportMenu, LanePicker, MapTools } from './MapTools';
import { PublishDialog } from './PublishDialog';
import type { Draft } from './query';
import { Conflict, DiscardDialog, LeaveGuard } from './DraftNotices';
import { usePosts, useShortcuts } from './hooks';
import { SaveStatus } from './SaveStatus';
import { nextKey } from './state';
import { StepPanel } from './StepPanel';
import { StepTable } from './StepTable';
import { toSvg } from './svg';
import { useDraft, type DraftEditing } from './useDraft';
import { laidOut, useWords, viewsOf, type Lanes, type Standing } from './view';
import { enums, type Enum } from '@/gql';
import { ErrorState } from '@/ui/ErrorState';
import { GradeBadge } from '@/ui/GradeBadge';
import { Loading } from '@/ui/Loading';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';
import { colour } from '@/ui/tokens';

const MapCanvas = lazy(() => import('./MapCanvas'));

interface Props {
  draft: Draft;
  standing: Map<string, Standing>;
}

/** The process of a power as a map and as a table, edited as a draft. */
export function MapEditor({ draft, standing }: Props) {
  const { t } = useTranslation('powerMap');
  const { t: power } = useTranslation('power');
  const navigate = useNavigate();
  const notify = useNotify();
  const editing = useDraft(draft);
  const { plan, act, info, state } = editing;
  const words = useWords();
  const posts = usePosts(
    draft,
    plan.steps.map((step) => step.postId),
  );
  const [view, setView] = useState<'map' | 'table'>('map');
  const [lanes, setLanes] = useState<Lanes>('none');
  const [selected, setSelected] = useState<string>();
  const [focus, setFocus] = useState<{ key: string; n: number }>();
  const [dialog, setDialog] = useState<'publish' | 'keys' | 'discard' | 'moved' | 'bpmn'>();
  const side = useRef<HTMLDivElement>(null);
  const path = `/powers/${draft.power.id}`;

  const views = useMemo(
    () => viewsOf(plan, { posts, standing, findings: info.findings }),
    [plan, posts, standing, info.findings],
  );
  const laid = useMemo(
    () => laidOut(plan, views, lanes, posts, words),
    [plan, views, lanes, posts, words],
  );
  const chosen = plan.steps.find((step) => step.key === selected);
  const worst = enums.Grade.find((grade) =>
    [...standing.values()].some((one) => one.grades.includes(grade)),
  );

  const goTo = useCallback((key: string) => {
    setSelected(key);
    setView('map');
    setFocus((last) => ({ key, n: (last?.n ?? 0) + 1 }));
  }, []);
  const add = (kind: Enum<'StepKind'>, after?: string) => {
    act({ do: 'add', kind, after });
    goTo(nextKey(plan));
  };
  const remove = (key: string) => {
    const at = plan.steps.findIndex((step) => step.key === key);
    const next = plan.steps[at + 1] ?? plan.steps[at - 1];
    act({ do: 'delete', key });
    if (next) goTo(next.key);
    else setSelected(undefined);
  };
  /** Opens the panel of a step at one of its fields, once it is drawn. */
  const openPanel = (key: string, field: string) => {
    setSelected(key);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => side.current?.querySelector<HTMLElement>(field)?.focus()),
    );
  };

  const onKey = (event: KeyboardEvent, key: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = () => event.preventDefault();
    if (isArrow(event.key)) {
      const next = neighbour(plan, laid, key, event.key);
      done();
      if (next) goTo(next);
    } else if (event.key === 'Enter') {
      done();
      openPanel(key, '[data-field=name]');
    } else if (event.key === 'n' || event.key === 'N') {
      done();
      add('HANDLE', key);
    } else if (event.key === 'c' || event.key === 'C') {
      done();
      openPanel(key, '.map-connect input');
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      done();
      remove(key);
    } else if (event.key === ' ') {
      done();
      setSelected(key);
    }
  };
  useShortcuts(act, () => setDialog('keys'));

  const publish = async () => {
    if (await editing.flush()) setDialog('publish');
  };
  const svg = () => toSvg(laid, views, { words, colour, title: draft.power.name });
  const name = `${draft.power.name} ${power('process.title')}`;
  const moved = info.version > 0 && info.baseRevision < info.currentRevision;

  return (
    <>
      <PageHeader
        title={power(info.currentRevision > 0 ? 'process.edit' : 'process.first')}
        crumbs={[
          { title: power('title'), to: '/powers' },
          { title: draft.power.name, to: path },
        ]}
        tags={worst && <GradeBadge grade={worst} />}
        actions={
          <>
            <SaveStatus state={state} fresh={info.version === 0} />
            {state === 'failed' && (
              <Button onClick={() => void editing.flush()}>{t('status.retry')}</Button>
            )}
            <Button disabled={info.version === 0} onClick={() => setDialog('discard')}>
              {t('tool.discard')}
            </Button>
            <Button
              type="primary"
              disabled={(info.version === 0 && state === 'saved') || state === 'conflict' || moved}
              onClick={() => void publish()}
            >
              {t('tool.publish')}
            </Button>
          </>
        }
      />
      <ErrorState error={editing.error} />
      <Conflict editing={editing} />
      {editing.restored && (
        <Alert
          type="info"
          showIcon
          className="map-notice"
          title={t('restored.text')}
          action={
            <Button
              size="small"
              onClick={() => void editing.newest().then((fresh) => fresh && editing.load(fresh))}
            >
              {t('restored.drop')}
            </Button>
          }
        />
      )}
      {moved && (
        <Alert
          type="warning"
          showIcon
          className="map-notice"
          title={t('moved.text', { base: info.baseRevision, current: info.currentRevision })}
          action={
            <Button size="small" onClick={() => setDialog('moved')}>
              {t('moved.show')}
            </Button>
          }
        />
      )}
      <div className="map-head">
        <Segmented<'map' | 'table'>
          aria-label={t('tool.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'map', label: t('tool.map') },
            { value: 'table', label: t('tool.table') },
          ]}
        />
        <MapTools
          plan={plan}
          chosen={chosen}
          act={act}
          onAdd={(kind) => add(kind, chosen?.key)}
          onDelete={remove}
          canUndo={editing.canUndo}
          canRedo={editing.canRedo}
          onKeys={() => setDialog('keys')}
        />
        <div className="map-tools map-tools-end">
          {view === 'map' && <LanePicker value={lanes} onChange={setLanes} />}
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => setDialog('bpmn')}>
            {t('bpmn.import')}
          </Button>
          <ExportMenu
            onSvg={() => download(svgFile(svg()), fileName(name, 'svg'))}
            onPng={() => void pngFile(svg()).then((file) => download(file, fileName(name, 'png')))}
          />
        </div>
      </div>
      {view === 'map' ? (
        <div className="map-body">
          <Suspense fallback={<Loading rows={6} />}>
            <MapCanvas
              laid={laid}
              views={views}
              words={words}
              label={t('canvas.label', { count: plan.steps.length })}
              selected={selected}
              onSelect={setSelected}
              focus={focus}
              editing={{
                onConnect: (from, to) => act({ do: 'connect', from, to }),
                onPlace:
                  lanes === 'none' ? (key, place) => act({ do: 'place', key, place }) : undefined,
                onKey,
              }}
            />
          </Suspense>
          <div
            ref={side}
            className="panel map-side"
            onKeyDown={(event) => {
              if (event.key === 'Escape' && selected) goTo(selected);
            }}
          >
            {chosen ? (
              <StepPanel
                key={chosen.key}
                plan={plan}
                step={chosen}
                act={act}
                findings={info.findings}
                onClose={() => setSelected(undefined)}
              />
            ) : (
              <p className="hint">{t('plan.none')}</p>
            )}
            {lanes !== 'none' && <p className="hint">{t('plan.lanesHint')}</p>}
            <section aria-label={t('plan.findings')}>
              <h2>{t('plan.findings')}</h2>
              <FindingList findings={info.findings} onStep={goTo} />
            </section>
            {!chosen && <Explanation editing={editing} />}
          </div>
        </div>
      ) : (
        <>
          <StepTable plan={plan} act={act} findings={info.findings} standing={standing} />
          <div className="panel">
            <Explanation editing={editing} />
          </div>
        </>
      )}
      <LeaveGuard editing={editing} />
      <KeysDialog open={dialog === 'keys'} onClose={() => setDialog(undefined)} />
      {dialog === 'publish' && (
        <PublishDialog
          powerId={draft.power.id}
          info={info}
          plan={plan}
          version={editing.version()}
          onClose={() => setDialog(undefined)}
          onStep={goTo}
          onDone={(revision) => {
            notify.success(t('publish.done', { revision }));
            void navigate(path, { replace: true });
          }}
        />
      )}
      {dialog === 'bpmn' && (
        <BpmnDialog
          powerId={draft.power.id}
          onClose={() => setDialog(undefined)}
          onTake={(taken) => {
            act({ do: 'replace', plan: taken });
            setSelected(undefined);
            setDialog(undefined);
          }}
        />
      )}
      {dialog === 'discard' && (
        <DiscardDialog
          powerId={draft.power.id}
          editing={editing}
          onClose={() => setDialog(undefined)}
        />
      )}
      <Modal
        open={dialog === 'moved'}
        width={720}
        title={t('publish.changes')}
        okText={t('moved.ok', { current: info.currentRevision })}
        cancelText={t('discard.cancel')}
        onCancel={() => setDialog(undefined)}
        onOk={() => {
          setDialog(undefined);
          void editing.moveBase();
        }}
      >
        <ChangeTable changes={info.changes} />
      </Modal>
    </>
  );
}

function Explanation({ editing }: { editing: DraftEditing }) {
  const { t } = useTranslation('powerMap');
  return (
    <section aria-label={t('plan.title')}>
      <h2>{t('plan.title')}</h2>
      <Input.TextArea
        aria-label={t('plan.explanation')}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={4000}
        value={editing.plan.explanation}
        onChange={(event) => editing.act({ do: 'explain', text: event.target.value })}
      />
    </section>
  );
}
