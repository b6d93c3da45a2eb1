import { lazy, Suspense, useMemo, useState } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { bpmnAddress } from '../map/bpmn';
import { ChangeTable } from '../map/ChangeTable';
import { download, fileName, pngFile, svgFile } from '../map/files';
import { FindingList } from '../map/FindingList';
import { ExportMenu, LanePicker } from '../map/MapTools';
import type { StepMark } from '../map/shapes';
import { toSvg } from '../map/svg';
import type { Lanes } from '../map/view';
import { DefenceList } from './DefenceList';
import type { PowerDetail, ProcessDetail, ProcessReport } from './query';
import { useReading } from './reading';
import { StepFacts, StepList } from './StepList';
import { ProceedingFigures } from '@/features/proceeding/door';
import { Loading } from '@/ui/Loading';
import { colour } from '@/ui/tokens';

const MapCanvas = lazy(() => import('../map/MapCanvas'));

interface Props {
  process: ProcessDetail;
  power: PowerDetail;
  report: ProcessReport | undefined;
}

/** A version of a process: its map, what it means, how it came about and how well it is guarded. */
export function ProcessView({ process, power, report }: Props) {
  const { t } = useTranslation('powerMap');
  const { t: words } = useTranslation('power');
  const [lanes, setLanes] = useState<Lanes>('none');
  const asked = useSearchParams()[0].get('step') ?? undefined;
  const [selected, setSelected] = useState(asked);
  const [focus, setFocus] = useState(asked === undefined ? undefined : { key: asked, n: 1 });
  const [figured, setFigured] = useState(false);
  const [marks, setMarks] = useState<Map<string, StepMark>>();
  const stepKeys = useMemo(() => process.steps.map(({ key }) => key), [process]);
  const reading = useReading(process, lanes, report, marks);
  const chosen = process.steps.find((step) => step.key === selected);
  const goTo = (key: string) => {
    setSelected(key);
    setFocus((last) => ({ key, n: (last?.n ?? 0) + 1 }));
  };
  return (
    <>
      <MapBar
        process={process}
        power={power}
        reading={reading}
        lanes={lanes}
        onLanes={setLanes}
        figured={figured}
        onFigured={process.current ? setFigured : undefined}
      />
      <div className="map-body process-map-body">
        <Suspense fallback={<Loading rows={5} />}>
          <MapCanvas
            laid={reading.laid}
            views={reading.views}
            words={reading.words}
            label={words('graph.label', { count: process.steps.length })}
            selected={selected}
            onSelect={setSelected}
            focus={focus}
            most={820}
          />
        </Suspense>
        <div className="map-side" tabIndex={0} role="group" aria-label={t('read.beside')}>
          {chosen && (
            <section aria-live="polite" aria-label={t('step.title')}>
              <h3>{t('step.title')}</h3>
              <StepFacts
                process={process}
                step={chosen}
                risks={reading.risks.get(chosen.key) ?? []}
              />
            </section>
          )}
          <section>
            <h3>{t('plan.title')}</h3>
            <p className="step-explanation">{process.explanation || t('read.noExplanation')}</p>
          </section>
          {report && (
            <section>
              <h3>{t('plan.findings')}</h3>
              <FindingList findings={report.findings} onStep={goTo} />
            </section>
          )}
        </div>
      </div>
      {figured && (
        <Suspense fallback={<Loading rows={3} />}>
          <ProceedingFigures powerId={power.id} stepKeys={stepKeys} onMarks={setMarks} />
        </Suspense>
      )}
      <div className={process.current && report ? 'process-view' : undefined}>
        <section>
          <h3>{t(process.current ? 'read.steps' : 'read.stepsThen')}</h3>
          <StepList process={process} risks={reading.risks} />
        </section>
        {process.current && report && (
          <section>
            <h3>{t('read.defence')}</h3>
            <DefenceList
              defence={report.defence}
              names={new Map(process.steps.map((step) => [step.key, step.name]))}
              most={reading.most}
            />
          </section>
        )}
      </div>
      {/* Of the first version all steps are new. */}
      {report && process.revision > 1 && (
        <section>
          <h3>{t('read.changes')}</h3>
          <ChangeTable changes={report.changes} />
        </section>
      )}
    </>
  );
}

interface BarProps {
  process: ProcessDetail;
  power: PowerDetail;
  reading: ReturnType<typeof useReading>;
  lanes: Lanes;
  onLanes: (lanes: Lanes) => void;
  /** Whether the map tells of proceedings; only the version in force does. */
  figured: boolean;
  onFigured?: (figured: boolean) => void;
}

/** How the map is sorted, and the ways out of the page. */
function MapBar({ process, power, reading, lanes, onLanes, figured, onFigured }: BarProps) {
  const { t } = useTranslation('powerMap');
  const { t: words } = useTranslation('power');
  const { t: proceedings } = useTranslation('proceeding');
  const navigate = useNavigate();
  const name = t('read.fileName', {
    power: power.name,
    title: words('process.title'),
    revision: process.revision,
  });
  const svg = () =>
    toSvg(reading.laid, reading.views, { words: reading.words, colour, title: name });
  return (
    <div className="map-head">
      <LanePicker value={lanes} onChange={onLanes} />
      {onFigured && (
        <Button onClick={() => onFigured(!figured)}>
          {proceedings(figured ? 'figures.hide' : 'figures.action')}
        </Button>
      )}
      <div className="map-tools map-tools-end">
        <ExportMenu
          onSvg={() => download(svgFile(svg()), fileName(name, 'svg'))}
          onPng={() => void pngFile(svg()).then((file) => download(file, fileName(name, 'png')))}
          onPrint={() =>
            void navigate(`/powers/${power.id}/process/print?version=${process.id}&lanes=${lanes}`)
          }
        />
        <Button icon={<DownloadOutlined aria-hidden />} href={bpmnAddress(process.id)} download>
          {t('bpmn.export')}
        </Button>
      </div>
    </div>
  );
}
