import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { blankStep, fieldOf, toStep, type StepValues } from './kept';
import { Preview } from './Preview';
import { StepsOfPowerQuery, type Entry } from './query';
import { NoteField, StepFields } from './StepFields';
import { useRecord } from './useRecord';
import { PowerSelect } from '@/features/power/door';
import { today } from '@/lib/format';
import { DateInput } from '@/ui/DateInput';
import { EditDialog } from '@/ui/edit/EditDialog';

interface Values extends StepValues {
  powerId?: string;
  number?: string;
  receivedOn?: string;
}

function toEntry({ powerId, number = '', receivedOn, ...step }: Values): Entry {
  return { powerId, number, receivedOn, steps: step.step?.trim() ? [toStep(step)] : [] };
}

/** Whether the values say enough to be tried. */
function tryOf(values: Values): Entry | null {
  const { powerId, number, receivedOn, step, began } = values;
  if (!powerId || !number?.trim() || (!receivedOn && !began) || (step && !began)) return null;
  return toEntry(values);
}

/** The API names a power by its id or its code; here it is chosen. */
const placed = (path: string) => fieldOf(path).replace(/^(powerCode|unitCode)$/, 'powerId');

interface Props {
  /** The power that is begun with; of a dialog of one power there is no other. */
  powerId?: string;
  fixed?: boolean;
  onClose: () => void;
  onDone: (id: string | undefined) => void;
}

/** Records a proceeding that is not there yet, and its first step. */
export function NewDialog({ powerId, fixed = false, onClose, onDone }: Props) {
  const { t } = useTranslation('proceeding');
  const record = useRecord(onDone);
  return (
    <EditDialog<Values>
      title={t('new.title')}
      intro={t('new.intro')}
      start={{ powerId, number: undefined, receivedOn: today(), ...blankStep }}
      draft={`proceeding/new/${powerId ?? ''}`}
      submitLabel={t('record.send')}
      width={680}
      fieldOf={placed}
      onClose={onClose}
      send={(values) => record(toEntry(values), t('new.done', { number: values.number?.trim() }))}
    >
      <div className="edit-grid">
        <Form.Item
          name="powerId"
          label={t('head.power')}
          rules={[{ required: true }]}
          hidden={fixed}
          className="wide"
        >
          <PowerSelect />
        </Form.Item>
        <Form.Item
          name="number"
          label={t('field.number')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="receivedOn" label={t('field.receivedOn')} extra={t('new.receivedHint')}>
          <DateInput max={today()} />
        </Form.Item>
        <FirstStep />
      </div>
      <Preview<Values> entryOf={tryOf} />
    </EditDialog>
  );
}

function FirstStep() {
  const { t } = useTranslation('proceeding');
  const powerId = Form.useWatch<string | undefined>('powerId', {
    form: Form.useFormInstance(),
    preserve: true,
  });
  const [{ data }] = useQuery({
    query: StepsOfPowerQuery,
    variables: { id: powerId ?? '' },
    pause: !powerId,
  });
  const power = powerId && data?.node?.__typename === 'Power' ? data.node : undefined;
  const steps = power?.processes.find(({ current }) => current)?.steps ?? [];
  return (
    <>
      <h3 className="wide">{t('new.firstStep')}</h3>
      <StepFields steps={steps} optional />
      <NoteField />
    </>
  );
}
