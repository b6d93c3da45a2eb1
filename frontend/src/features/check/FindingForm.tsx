import { useState } from 'react';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { RecordCheckMutation, type OpenCheck, type SampleItem } from './query';
import { ItemTitle } from './SampleView';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { problemsOf, type Problem } from '@/lib/errors';
import { placeProblems } from '@/lib/forms';
import { ErrorState } from '@/ui/ErrorState';
import { useNotify } from '@/ui/notify';

interface Props {
  check: OpenCheck;
  sample: NonNullable<OpenCheck['sample']>;
}

interface Values {
  items: { outcome?: Enum<'CheckOutcome'>; finding?: string }[];
  summary?: string;
}

/** Says what was found of each risk point of the sample; it is kept as a draft until the check is ended. */
export function FindingForm({ check, sample }: Props) {
  const { t } = useTranslation('check');
  const [form] = Form.useForm<Values>();
  const [, record] = useMutation(RecordCheckMutation);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const notify = useNotify();
  const send = async (done: boolean) => {
    const { items = [], summary = '' } = form.getFieldsValue();
    setBusy(true);
    setProblems([]);
    const { error } = await record({
      input: {
        checkId: check.id,
        expectedVersion: check.version,
        summary,
        done,
        items: sample.items.map(({ riskPointId }, n) => ({
          riskPointId,
          outcome: items[n]?.outcome,
          finding: items[n]?.finding ?? '',
        })),
      },
    });
    setBusy(false);
    if (error) setProblems(placeProblems(form, problemsOf(error)));
    else notify.success(t(done ? 'ended' : 'kept'));
  };
  return (
    <section className="panel" aria-label={t('found')}>
      <h2>{t('found')}</h2>
      <ErrorState problems={problems} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          items: sample.items.map(({ outcome, finding }) => ({
            outcome: outcome ?? undefined,
            finding,
          })),
          summary: check.summary,
        }}
      >
        {sample.items.length === 0 && <p className="hint">{t('nothingDrawn')}</p>}
        {sample.items.map((item, n) => (
          <ItemFields key={item.riskPointId} item={item} n={n} />
        ))}
        <Form.Item name="summary" label={t('summary')}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <Button loading={busy} onClick={() => void send(false)}>
          {t('keep')}
        </Button>{' '}
        <Button type="primary" loading={busy} onClick={() => void send(true)}>
          {t('end')}
        </Button>
      </Form>
    </section>
  );
}

function ItemFields({ item, n }: { item: SampleItem; n: number }) {
  const { t } = useTranslation('check');
  const outcomes = useEnum('CheckOutcome');
  const measures = item.riskPoint?.measures ?? [];
  return (
    <fieldset className="check-item">
      <legend>
        <ItemTitle item={item} />
      </legend>
      <p className="hint">
        {measures.length > 0
          ? t('measures', { list: measures.map(({ content }) => content).join('；') })
          : t('noMeasures')}
      </p>
      <Form.Item name={['items', n, 'outcome']} label={t('outcome')}>
        <Radio.Group
          options={(['SOUND', 'DEFECT'] as const).map((value) => ({
            value,
            label: outcomes.label(value),
          }))}
        />
      </Form.Item>
      <Form.Item name={['items', n, 'finding']} label={t('finding')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </fieldset>
  );
}
