import {
  ApartmentOutlined,
  DeleteOutlined,
  DownloadOutlined,
  PlusOutlined,
  QuestionOutlined,
  RedoOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Plan, Step } from './plan';
import type { Action } from './state';
import type { Lanes } from './view';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';

interface Props {
  plan: Plan;
  chosen: Step | undefined;
  act: (action: Action) => void;
  onAdd: (kind: Enum<'StepKind'>) => void;
  onDelete: (key: string) => void;
  canUndo: boolean;
  canRedo: boolean;
  onKeys: () => void;
}

/** What can be done to the map with the mouse. */
export function MapTools({ plan, chosen, act, onAdd, onDelete, canUndo, canRedo, onKeys }: Props) {
  const { t } = useTranslation('powerMap');
  const kind = useEnum('StepKind');
  const free = plan.steps.filter(
    (step) => !plan.ways.some((way) => way.fromKey === chosen?.key && way.toKey === step.key),
  );
  return (
    <div className="map-tools" role="group" aria-label={t('tool.map')}>
      <Dropdown
        trigger={['click']}
        menu={{
          items: kind.options.map(({ value, label }) => ({ key: value, label })),
          onClick: ({ key }) => onAdd(key as Enum<'StepKind'>),
        }}
      >
        <Button icon={<PlusOutlined aria-hidden />}>{t('tool.add')}</Button>
      </Dropdown>
      <Select<string>
        aria-label={t('tool.connect')}
        placeholder={t('tool.connect')}
        value={null}
        disabled={!chosen || free.length === 0}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={free.map((step) => ({ value: step.key, label: step.name || t('draw.unnamed') }))}
        onSelect={(to) => chosen && act({ do: 'connect', from: chosen.key, to })}
        className="map-connect-tool"
      />
      <Button
        icon={<DeleteOutlined aria-hidden />}
        disabled={!chosen}
        onClick={() => chosen && onDelete(chosen.key)}
      >
        {t('tool.remove')}
      </Button>
      <Button
        icon={<UndoOutlined />}
        aria-label={t('tool.undo')}
        title={t('tool.undo')}
        disabled={!canUndo}
        onClick={() => act({ do: 'undo' })}
      />
      <Button
        icon={<RedoOutlined />}
        aria-label={t('tool.redo')}
        title={t('tool.redo')}
        disabled={!canRedo}
        onClick={() => act({ do: 'redo' })}
      />
      <Button
        icon={<ApartmentOutlined aria-hidden />}
        disabled={plan.steps.every((step) => !step.place)}
        onClick={() => act({ do: 'arrange' })}
      >
        {t('tool.arrange')}
      </Button>
      <Button
        icon={<QuestionOutlined />}
        aria-label={t('tool.keys')}
        title={t('tool.keys')}
        onClick={onKeys}
      />
    </div>
  );
}

/** Sorts the steps into columns. */
export function LanePicker({
  value,
  onChange,
}: {
  value: Lanes;
  onChange: (lanes: Lanes) => void;
}) {
  const { t } = useTranslation('powerMap');
  return (
    <Select<Lanes>
      aria-label={t('tool.lanes')}
      value={value}
      onChange={onChange}
      popupMatchSelectWidth={false}
      options={(['none', 'post', 'unit'] as const).map((lanes) => ({
        value: lanes,
        label: `${t('tool.lanes')}：${t(`tool.lane.${lanes}`)}`,
      }))}
    />
  );
}

interface ExportProps {
  onSvg: () => void;
  onPng: () => void;
  onPrint?: () => void;
}

/** Takes the map out as a file or onto paper. */
export function ExportMenu({ onSvg, onPng, onPrint }: ExportProps) {
  const { t } = useTranslation('powerMap');
  const actions = { svg: onSvg, png: onPng, print: onPrint };
  const offered = (['svg', 'png', 'print'] as const).filter((key) => actions[key]);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offered.map((key) => ({ key, label: t(`tool.${key}`) })),
        onClick: ({ key }) => actions[key as (typeof offered)[number]]?.(),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{t('tool.export')}</Button>
    </Dropdown>
  );
}
