import { useTranslation } from 'react-i18next';
import { Form } from 'antd';
import { RiskSelect } from '../RiskSelect';
import { FormSections } from '@/ui/edit/FormSections';
import type { FormSection } from '@/ui/edit/sections';

/** The fields of form 4 that a measure has. */
export function MeasureForm({ unitFixed = false }: { unitFixed?: boolean }) {
  const { t } = useTranslation(['measure', 'measureEdit']);
  const what: FormSection = {
    legend: t('measureEdit:what'),
    fields: [
      { kind: 'unit', name: 'unitId', label: t('field.unit'), required: true, fixed: unitFixed },
      {
        kind: 'own',
        name: ['details', 'riskPointIds'],
        label: t('field.risks'),
        required: true,
        wide: true,
        control: <RisksOfUnit />,
      },
      {
        kind: 'prose',
        name: ['details', 'content'],
        label: t('field.content'),
        required: true,
        wide: true,
        rows: [3, 12],
      },
      {
        kind: 'enum',
        name: ['details', 'kind'],
        label: t('field.kind'),
        values: 'MeasureKind',
        required: true,
      },
      {
        kind: 'enum',
        name: ['details', 'mechanism'],
        label: t('field.mechanism'),
        values: 'Mechanism',
        required: true,
      },
      {
        kind: 'enum',
        name: ['details', 'scope'],
        label: t('field.scope'),
        values: 'MeasureScope',
        required: true,
      },
      { kind: 'text', name: ['details', 'rulesDocument'], label: t('field.rulesDocument') },
    ],
  };
  const who: FormSection = {
    legend: t('measureEdit:who'),
    fields: [
      { kind: 'person', name: ['details', 'ownerId'], label: t('field.owner') },
      { kind: 'person', name: ['details', 'supervisorId'], label: t('field.supervisor') },
      {
        kind: 'text',
        name: ['details', 'ownerText'],
        label: t('field.ownerText'),
        hint: t('measureEdit:writtenHint'),
      },
      {
        kind: 'text',
        name: ['details', 'supervisorText'],
        label: t('field.supervisorText'),
        hint: t('measureEdit:writtenHint'),
      },
      { kind: 'day', name: ['details', 'dueOn'], label: t('field.dueOn') },
      {
        kind: 'text',
        name: ['details', 'frequency'],
        label: t('field.frequency'),
        hint: t('measureEdit:frequencyHint'),
      },
      { kind: 'text', name: ['details', 'indicator'], label: t('field.indicator') },
      { kind: 'text', name: ['details', 'threshold'], label: t('field.threshold') },
      { kind: 'prose', name: ['details', 'evidence'], label: t('field.evidence'), wide: true },
      {
        kind: 'check',
        name: ['details', 'asksComprehensive'],
        label: t('field.asksComprehensive'),
        wide: true,
      },
    ],
  };
  return <FormSections sections={[what, who]} />;
}

/** Risk points of the unit that the form names; `Form.Item` gives the rest. */
function RisksOfUnit(given: object) {
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  return <RiskSelect {...given} multiple unitId={unitId} />;
}
