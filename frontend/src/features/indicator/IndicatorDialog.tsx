import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation, type CombinedError } from 'urql';
import { withDecimalAt } from './decimal';
import type { Measure } from './measure';
import {
  DefineIndicatorMutation,
  IndicatorQuery,
  ReviseIndicatorMutation,
  type Indicator,
} from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';
import { useAnswer } from '@/ui/edit/useAnswer';
import { PersonSelect } from '@/ui/PersonSelect';

interface Values {
  name?: string;
  measuredIn?: string;
  keeps: Enum<'IndicatorKeeps'>;
  threshold?: string;
  every: Enum<'Recurrence'>;
  withinDays?: number | null;
  personId?: string;
  keepsPerson: boolean;
  startsOn?: string;
}

const blank: Values = {
  name: undefined,
  measuredIn: undefined,
  keeps: 'AT_MOST',
  threshold: undefined,
  every: 'MONTHLY',
  withinDays: 10,
  personId: undefined,
  keepsPerson: false,
  startsOn: undefined,
};

/** Whether the form can't show whom the indicator names; that is not changed unasked. */
function hides({ namesPerson, person }: Pick<Indicator, 'namesPerson' | 'person'>): boolean {
  return namesPerson && !person;
}

function valuesOf(indicator: Indicator): Values {
  return {
    name: indicator.name,
    measuredIn: indicator.measuredIn,
    keeps: indicator.keeps,
    threshold: String(indicator.threshold),
    every: indicator.every,
    withinDays: indicator.withinDays,
    personId: indicator.person?.id,
    keepsPerson: hides(indicator),
    startsOn: undefined,
  };
}

function toDetails({ name = '', measuredIn = '', threshold = '', ...rest }: Values) {
  const { withinDays, personId, keepsPerson, ...others } = rest;
  return {
    ...others,
    name,
    measuredIn,
    threshold: threshold.trim(),
    withinDays: withinDays ?? 0,
    personId: keepsPerson ? undefined : personId,
    keepsPerson,
  };
}

interface DefineProps {
  measure: Measure;
  onClose: () => void;
  onDone: () => void;
}

/** Defines an indicator of a measure. */
export function DefineDialog({ measure, onClose, onDone }: DefineProps) {
  const { t } = useTranslation('indicator');
  const answer = useAnswer(onDone);
  const [, define] = useMutation(DefineIndicatorMutation);
  return (
    <EditDialog<Values>
      title={t('edit.define')}
      intro={t('edit.intro')}
      start={blank}
      draft={`indicator/define/${measure.id}`}
      width={640}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async (values) =>
        answer(
          placed(await define({ input: { measureId: measure.id, details: toDetails(values) } })),
          t('edit.defined'),
        )
      }
    >
      {measure.indicator && (
        <p className="hint">{t('edit.written', { text: measure.indicator })}</p>
      )}
      {measure.threshold && (
        <p className="hint">{t('edit.writtenThreshold', { text: measure.threshold })}</p>
      )}
      <Fields />
    </EditDialog>
  );
}

interface ReviseProps {
  indicator: Indicator;
  onClose: () => void;
  onDone: () => void;
}

/** Changes an indicator, or takes one up again that was stopped. */
export function ReviseDialog({ indicator, onClose, onDone }: ReviseProps) {
  const { t } = useTranslation('indicator');
  const client = useClient();
  const answer = useAnswer(onDone);
  const [, revise] = useMutation(ReviseIndicatorMutation);
  const { id, stoppedReason } = indicator;
  return (
    <EditDialog<Values>
      title={t(stoppedReason ? 'edit.resume' : 'edit.revise')}
      intro={t(stoppedReason ? 'edit.introResume' : 'edit.introRevise')}
      start={valuesOf(indicator)}
      version={indicator.version}
      draft={`indicator/revise/${id}`}
      submitLabel={stoppedReason ? t('edit.takeUp') : undefined}
      width={640}
      fieldOf={fieldOf}
      onClose={onClose}
      send={async (values, expectedVersion) =>
        answer(
          placed(
            await revise({
              input: { indicatorId: id, expectedVersion, details: toDetails(values) },
            }),
          ),
          t(stoppedReason ? 'edit.resumed' : 'edit.revised'),
        )
      }
      fresh={async () => {
        const { data } = await client
          .query(IndicatorQuery, { id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'Indicator'
          ? { start: valuesOf(data.node), version: data.node.version }
          : null;
      }}
    >
      <Fields indicator={indicator} />
    </EditDialog>
  );
}

function placed({ error }: { error?: CombinedError }) {
  return { error: error && withDecimalAt('threshold', error) };
}

function fieldOf(path: string): string {
  return path.replace(/^(input\.)?details\./, '');
}

function Fields({ indicator }: { indicator?: Indicator }) {
  const { t } = useTranslation('indicator');
  const rhythm = useEnum('Recurrence');
  const sides = useEnum('IndicatorKeeps');
  // What the values that were read are told by stays.
  const fixed = indicator !== undefined && indicator.state !== 'UNREAD';
  const keeping = Form.useWatch<boolean | undefined>('keepsPerson') ?? false;
  return (
    <div className="edit-grid">
      <Form.Item
        name="name"
        label={t('field.name')}
        extra={t('edit.nameHint')}
        rules={[{ required: true, whitespace: true }]}
        className="wide"
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="keeps" label={t('field.keeps')} rules={[{ required: true }]}>
        <Radio.Group options={sides.options} />
      </Form.Item>
      <Form.Item
        name="threshold"
        label={t('field.threshold')}
        extra={t('edit.thresholdHint')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input inputMode="decimal" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="measuredIn"
        label={t('field.measuredIn')}
        extra={t(fixed ? 'edit.fixed' : 'edit.measuredInHint')}
      >
        <Input maxLength={20} autoComplete="off" disabled={fixed} />
      </Form.Item>
      <Form.Item name="withinDays" label={t('field.withinDays')} extra={t('edit.withinHint')}>
        <InputNumber min={0} max={60} precision={0} />
      </Form.Item>
      <Form.Item
        name="every"
        label={t('field.every')}
        extra={fixed && t('edit.fixed')}
        rules={[{ required: true }]}
        className="wide"
      >
        <Radio.Group options={rhythm.options} disabled={fixed} />
      </Form.Item>
      <Form.Item name="personId" label={t('field.person')} extra={t('edit.personHint')}>
        <PersonSelect disabled={keeping} />
      </Form.Item>
      <Form.Item
        name="startsOn"
        label={t('field.startsOn')}
        extra={
          indicator && !indicator.stoppedReason
            ? t('edit.startsKept', { day: indicator.startsOn })
            : t('edit.startsHint')
        }
      >
        <DateInput />
      </Form.Item>
      {indicator && hides(indicator) && (
        <Form.Item name="keepsPerson" valuePropName="checked" className="wide">
          <Checkbox>{t('edit.keepsUnseen')}</Checkbox>
        </Form.Item>
      )}
    </div>
  );
}
