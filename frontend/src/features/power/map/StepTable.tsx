import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  NodeIndexOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { RiskMarks } from '../process/RiskMarks';
import type { Plan, Step } from './plan';
import type { Action } from './state';
import { Problems, WaysOut, type FieldFinding } from './StepPanel';
import type { Standing } from './view';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { PostSelect } from '@/ui/PostSelect';

interface Props {
  plan: Plan;
  act: (action: Action) => void;
  findings: FieldFinding[];
  standing: Map<string, Standing>;
}

/** The same process as the map, row by row. */
export function StepTable({ plan, act, findings, standing }: Props) {
  const { t } = useTranslation('powerMap');
  const { t: common } = useTranslation('power');
  return (
    <div className="panel">
      <div className="table-scroll">
        <table className="grid-table map-table">
          <thead>
            <tr>
              <th scope="col">{common('process.order')}</th>
              <th scope="col">{t('step.name')}</th>
              <th scope="col">{t('step.kind')}</th>
              <th scope="col">
                {t('step.post')}、{t('step.laneShort')}
              </th>
              <th scope="col">{t('step.timeLimitDays')}</th>
              <th scope="col">
                {t('step.split')}、{t('step.discretion')}
              </th>
              <th scope="col">{t('step.ways')}</th>
              <th scope="col">{t('step.explanation')}</th>
              <th scope="col">{t('step.marks')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('process.rowActions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.steps.map((step, i) => (
              <Row
                key={step.key}
                n={i + 1}
                plan={plan}
                step={step}
                act={act}
                findings={findings.filter((finding) => finding.stepKey === step.key)}
                standing={standing.get(step.key)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row-buttons">
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => act({ do: 'add', kind: 'HANDLE' })}
        >
          {t('tool.add')}
        </Button>
        <Button
          icon={<NodeIndexOutlined aria-hidden />}
          // Only where nothing would be overwritten.
          disabled={plan.ways.length > 0 || plan.steps.length < 2}
          onClick={() => act({ do: 'straight' })}
        >
          {t('tool.straight')}
        </Button>
      </div>
    </div>
  );
}

interface RowProps {
  n: number;
  plan: Plan;
  step: Step;
  act: (action: Action) => void;
  findings: FieldFinding[];
  standing: Standing | undefined;
}

function Row({ n, plan, step, act, findings, standing }: RowProps) {
  const { t } = useTranslation('powerMap');
  const { t: common } = useTranslation('power');
  const set = (change: Partial<Omit<Step, 'key'>>) => act({ do: 'set', key: step.key, change });
  // The heads of the columns name the fields to the eye, these to the ear.
  const label = (field: string) => t('step.row', { n, field });
  return (
    <tr>
      <td className="number">{n}</td>
      <td>
        <Input
          aria-label={label(t('step.name'))}
          value={step.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Problems findings={findings} />
      </td>
      <td>
        <EnumPicker
          name="StepKind"
          aria-label={label(t('step.kind'))}
          value={step.kind}
          onChange={(kind) => kind && set({ kind })}
        />
      </td>
      <td>
        <div className="map-fields">
          <PostSelect
            aria-label={label(t('step.post'))}
            value={step.postId}
            onChange={(postId) => set({ postId: postId ?? null })}
          />
          <Input
            aria-label={label(t('step.laneShort'))}
            placeholder={t('step.laneShort')}
            value={step.lane}
            onChange={(event) => set({ lane: event.target.value })}
          />
        </div>
      </td>
      <td>
        <InputNumber<number>
          min={0}
          precision={0}
          aria-label={label(t('step.timeLimitDays'))}
          value={step.timeLimitDays}
          onChange={(timeLimitDays) => set({ timeLimitDays })}
        />
      </td>
      <td>
        <div className="map-fields">
          <EnumPicker
            name="Split"
            aria-label={label(t('step.split'))}
            value={step.split}
            onChange={(split) => split && set({ split })}
          />
          <EnumPicker
            name="Discretion"
            aria-label={label(t('step.discretion'))}
            value={step.discretion}
            allowClear
            placeholder={t('step.asPower')}
            onChange={(discretion) => set({ discretion: discretion ?? null })}
          />
          <Checkbox
            checked={step.starts}
            onChange={(event) => set({ starts: event.target.checked })}
          >
            {t('step.starts')}
          </Checkbox>
          <Checkbox checked={step.ends} onChange={(event) => set({ ends: event.target.checked })}>
            {t('step.ends')}
          </Checkbox>
        </div>
      </td>
      <td>
        <WaysOut plan={plan} step={step} act={act} />
      </td>
      <td>
        <Input.TextArea
          aria-label={label(t('step.explanation'))}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={step.explanation}
          onChange={(event) => set({ explanation: event.target.value })}
        />
      </td>
      <td>
        {standing && standing.grades.length > 0 ? (
          <RiskMarks risks={standing.grades.map((grade) => ({ grade }))} />
        ) : (
          <span className="zero">—</span>
        )}
        {standing && standing.measures > 0 && (
          <div className="hint-inline">{t('draw.measures', { count: standing.measures })}</div>
        )}
      </td>
      <td>
        <div className="row-buttons">
          <Button
            icon={<ArrowUpOutlined />}
            disabled={n === 1}
            aria-label={common('process.up', { n })}
            onClick={() => act({ do: 'order', key: step.key, by: -1 })}
          />
          <Button
            icon={<ArrowDownOutlined />}
            disabled={n === plan.steps.length}
            aria-label={common('process.down', { n })}
            onClick={() => act({ do: 'order', key: step.key, by: 1 })}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={common('process.removeStep', { n })}
            onClick={() => act({ do: 'delete', key: step.key })}
          />
        </div>
      </td>
    </tr>
  );
}
