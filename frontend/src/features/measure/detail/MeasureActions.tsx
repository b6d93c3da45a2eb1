import { useState } from 'react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import { AdvanceMeasureMutation, MeasureDetailQuery, type MeasureDetail } from './query';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { EditDialog } from '@/ui/edit/EditDialog';
import { LinkButton } from '@/ui/LinkButton';
import { useNotify } from '@/ui/notify';

interface Props {
  measure: MeasureDetail;
  onChanged: () => void;
}

type Step = Enum<'MeasureAction'>;

/** The steps that the measure's state and the viewer's rights both allow. */
export function MeasureActions({ measure, onChanged }: Props) {
  const { t } = useTranslation('measure');
  const action = useEnum('MeasureAction');
  const [step, setStep] = useState<Step | null>(null);
  const allowed = measure.allowedActions;
  const steps = allowed.includes('APPROVE_MEASURE') ? measure.nextSteps : [];
  return (
    <>
      {steps.map((next, i) => (
        <Button
          key={next}
          type={i === 0 ? 'primary' : 'default'}
          danger={next === 'RETIRE'}
          onClick={() => setStep(next)}
        >
          {action.label(next)}
        </Button>
      ))}
      {allowed.includes('RECORD_RISK') && measure.nextSteps.length > 0 && (
        <LinkButton to={`/measures/${measure.id}/edit`}>{t('detail.edit')}</LinkButton>
      )}
      {step && (
        <AdvanceDialog
          measure={measure}
          step={step}
          onClose={() => setStep(null)}
          onDone={() => {
            setStep(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface DialogProps {
  measure: MeasureDetail;
  step: Step;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  evidence?: string;
}

function AdvanceDialog({ measure, step, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('measure');
  const action = useEnum('MeasureAction');
  const status = useEnum('MeasureStatus');
  const notify = useNotify();
  const client = useClient();
  const [, advance] = useMutation(AdvanceMeasureMutation);
  return (
    <EditDialog<Values>
      title={t('advance.title', { step: action.label(step) })}
      intro={t(`advance.${step}`)}
      start={{ evidence: measure.evidence }}
      version={measure.version}
      onClose={onClose}
      submitLabel={action.label(step)}
      danger={step === 'RETIRE'}
      send={async ({ evidence = '' }, version) => {
        const { data, error } = await advance({
          input: { id: measure.id, expectedVersion: version, action: step, evidence },
        });
        if (error) return { error };
        return {
          done: () => {
            notify.success(
              t('advance.done', { status: status.label(data?.advanceMeasure.measure.status) }),
            );
            onDone();
          },
        };
      }}
      fresh={async () => {
        const { data } = await client
          .query(MeasureDetailQuery, { id: measure.id }, { requestPolicy: 'network-only' })
          .toPromise();
        return data?.node?.__typename === 'Measure'
          ? { start: { evidence: data.node.evidence }, version: data.node.version }
          : null;
      }}
    >
      <Form.Item name="evidence" label={t('field.evidence')} extra={t('advance.evidenceHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </EditDialog>
  );
}
