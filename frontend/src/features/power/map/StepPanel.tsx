import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, Step } from './plan';
import type { Action } from './state';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EnumPicker } from '@/ui/edit/EnumPicker';
import { PostSelect } from '@/ui/PostSelect';

export interface FieldFinding {
  stepKey: string;
  severity: Enum<'ProcessFindingSeverity'>;
  field: string;
  message: string;
}

interface Props {
  plan: Plan;
  step: Step;
  act: (action: Action) => void;
  findings: FieldFinding[];
  onClose: () => void;
}

/** All fields of a step, and its ways. */
export function StepPanel({ plan, step, act, findings, onClose }: Props) {
  const { t } = useTranslation('powerMap');
  const id = useId();
  const set = (change: Partial<Omit<Step, 'key'>>) => act({ do: 'set', key: step.key, change });
  const at = plan.steps.indexOf(step);
  const here = findings.filter((finding) => finding.stepKey === step.key);
  const last = (finding: FieldFinding) => finding.field.split('.').at(-1) ?? '';
  const fields = ['name', 'kind', 'postId', 'lane', 'timeLimitDays', 'explanation', 'condition'];
  const ofField = (field: string) => here.filter((finding) => last(finding) === field);
  const others = here.filter((finding) => !fields.includes(last(finding)));
  return (
    <section aria-label={t('step.title')} className="map-fields">
      <div className="panel-head">
        <h2>{step.name || t('draw.unnamed')}</h2>
        <Button size="small" onClick={onClose}>
          {t('step.close')}
        </Button>
      </div>
      <Problems findings={others} />
      <Labelled id={`${id}name`} label={t('step.name')} findings={ofField('name')}>
        <Input
          id={`${id}name`}
          value={step.name}
          onChange={(event) => set({ name: event.target.value })}
          data-field="name"
        />
      </Labelled>
      <div className="map-pair">
        <Labelled id={`${id}kind`} label={t('step.kind')}>
          <EnumPicker
            id={`${id}kind`}
            name="StepKind"
            value={step.kind}
            onChange={(kind) => kind && set({ kind })}
          />
        </Labelled>
        <Labelled
          id={`${id}days`}
          label={t('step.timeLimitDays')}
          findings={ofField('timeLimitDays')}
        >
          <InputNumber<number>
            id={`${id}days`}
            min={0}
            precision={0}
            value={step.timeLimitDays}
            onChange={(timeLimitDays) => set({ timeLimitDays })}
          />
        </Labelled>
      </div>
      <Labelled id={`${id}post`} label={t('step.post')} findings={ofField('postId')}>
        <PostSelect
          id={`${id}post`}
          value={step.postId}
          onChange={(postId) => set({ postId: postId ?? null })}
        />
      </Labelled>
      <Labelled id={`${id}lane`} label={t('step.lane')} findings={ofField('lane')}>
        <Input
          id={`${id}lane`}
          value={step.lane}
          onChange={(event) => set({ lane: event.target.value })}
        />
      </Labelled>
      <div className="map-pair">
        <Labelled id={`${id}split`} label={t('step.split')}>
          <EnumPicker
            id={`${id}split`}
            name="Split"
            value={step.split}
            onChange={(split) => split && set({ split })}
          />
        </Labelled>
        <Labelled id={`${id}discretion`} label={t('step.discretion')}>
          <EnumPicker
            id={`${id}discretion`}
            name="Discretion"
            value={step.discretion}
            allowClear
            placeholder={t('step.asPower')}
            onChange={(discretion) => set({ discretion: discretion ?? null })}
          />
        </Labelled>
      </div>
      <div className="map-pair">
        <Checkbox checked={step.starts} onChange={(event) => set({ starts: event.target.checked })}>
          {t('step.starts')}
        </Checkbox>
        <Checkbox checked={step.ends} onChange={(event) => set({ ends: event.target.checked })}>
          {t('step.ends')}
        </Checkbox>
      </div>
      <Labelled id={`${id}text`} label={t('step.explanation')} findings={ofField('explanation')}>
        <Input.TextArea
          id={`${id}text`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={step.explanation}
          onChange={(event) => set({ explanation: event.target.value })}
        />
      </Labelled>
      <WaysOut plan={plan} step={step} act={act} />
      <Problems findings={ofField('condition')} />
      <div className="row-buttons">
        <Button
          icon={<ArrowUpOutlined aria-hidden />}
          disabled={at === 0}
          onClick={() => act({ do: 'order', key: step.key, by: -1 })}
        >
          {t('step.earlier')}
        </Button>
        <Button
          icon={<ArrowDownOutlined aria-hidden />}
          disabled={at === plan.steps.length - 1}
          onClick={() => act({ do: 'order', key: step.key, by: 1 })}
        >
          {t('step.later')}
        </Button>
      </div>
    </section>
  );
}

interface LabelledProps {
  id: string;
  label: string;
  findings?: FieldFinding[];
  children: ReactNode;
}

function Labelled({ id, label, findings = [], children }: LabelledProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      <Problems findings={findings} />
    </div>
  );
}

export function Problems({ findings }: { findings: FieldFinding[] }) {
  const severity = useEnum('ProcessFindingSeverity');
  return findings.map((finding, i) => (
    <div key={i} className={finding.severity === 'FAULT' ? 'map-problem' : 'map-hint'}>
      {severity.label(finding.severity)}：{finding.message}
    </div>
  ));
}

/** The ways from a step, each with its condition; and to where another may lead. */
export function WaysOut({ plan, step, act }: Pick<Props, 'plan' | 'step' | 'act'>) {
  const { t } = useTranslation('powerMap');
  const ways = plan.ways.filter((way) => way.fromKey === step.key);
  const nameOf = (key: string) =>
    plan.steps.find((other) => other.key === key)?.name || t('draw.unnamed');
  const free = plan.steps.filter((other) => !ways.some((way) => way.toKey === other.key));
  return (
    <section aria-label={`${step.name} ${t('step.ways')}`}>
      <h2>{t('step.ways')}</h2>
      {ways.length === 0 && <p className="hint">{t('step.noWays')}</p>}
      <ul className="map-ways">
        {ways.map((way) => (
          <li key={way.toKey}>
            <span>→ {nameOf(way.toKey)}</span>
            <Button
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('step.disconnect', { name: nameOf(way.toKey) })}
              onClick={() => act({ do: 'disconnect', from: step.key, to: way.toKey })}
            />
            <Input
              size="small"
              value={way.condition}
              placeholder={t('step.always')}
              aria-label={t('step.condition', { name: nameOf(way.toKey) })}
              onChange={(event) =>
                act({
                  do: 'condition',
                  from: step.key,
                  to: way.toKey,
                  condition: event.target.value,
                })
              }
            />
          </li>
        ))}
      </ul>
      <Select<string>
        aria-label={t('tool.connectFrom', { name: step.name })}
        placeholder={t('tool.connect')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={free.map((other) => ({
          value: other.key,
          label: other.name || t('draw.unnamed'),
        }))}
        onSelect={(to) => act({ do: 'connect', from: step.key, to })}
        disabled={free.length === 0}
        className="map-connect"
      />
    </section>
  );
}
