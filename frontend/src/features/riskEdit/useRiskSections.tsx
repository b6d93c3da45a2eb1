import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { RiskTypeBoxes } from './RiskTypeBoxes';
import { StepHint, StepSelect } from './StepSelect';
import { PowerSelect } from '@/features/power/door';
import { useEnum } from '@/lib/enumLabel';
import { CheckboxGroup } from '@/ui/CheckboxGroup';
import type { FormField, FormSection } from '@/ui/edit/sections';

/** Where the risk stands: unit, power and its step, post, person. */
export function useGroundSection({ unitFixed = false } = {}): FormSection {
  const { t } = useTranslation(['riskEdit', 'risk']);
  return {
    legend: t('riskEdit:part.ground'),
    hint: t('riskEdit:groundHint'),
    fields: [
      {
        kind: 'unit',
        name: 'unitId',
        label: t('risk:field.unit'),
        required: true,
        fixed: unitFixed,
      },
      {
        kind: 'own',
        name: ['details', 'powerId'],
        label: t('risk:field.power'),
        control: <PowerOfUnit />,
      },
      {
        kind: 'own',
        name: ['details', 'stepKey'],
        label: t('risk:field.step'),
        hint: <StepHint />,
        control: <StepSelect />,
      },
      { kind: 'post', name: ['details', 'postId'], label: t('risk:field.post') },
      {
        kind: 'person',
        name: ['details', 'personId'],
        label: t('risk:field.person'),
        hint: t('riskEdit:personHint'),
      },
    ],
  };
}

/** A power of the unit that the form names; `Form.Item` gives the rest. */
function PowerOfUnit(given: object) {
  const form = Form.useFormInstance();
  const unitId: string | undefined = Form.useWatch('unitId', form);
  // A step belongs to its power.
  const dropStep = () => form.setFieldValue(['details', 'stepKey'], undefined);
  return <PowerSelect {...given} unitId={unitId} onChosen={dropStep} />;
}

/** What the risk is: title, types, manifestation, cause, how it was found. */
export function useContentSection(): FormSection {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const foundBy = useEnum('FoundBy');
  const found = (
    <CheckboxGroup
      aria-label={t('risk:field.foundBy')}
      options={foundBy.options as { value: string; label: string }[]}
    />
  );
  return {
    legend: t('riskEdit:part.content'),
    fields: [
      {
        kind: 'text',
        name: ['details', 'title'],
        label: t('risk:field.title'),
        required: true,
        wide: true,
        placeholder: t('riskEdit:titlePlaceholder'),
      },
      {
        kind: 'own',
        name: ['details', 'riskTypes'],
        label: t('risk:field.riskTypes'),
        required: true,
        control: <RiskTypeBoxes aria-label={t('risk:field.riskTypes')} />,
      },
      { kind: 'text', name: ['details', 'category'], label: t('risk:field.category') },
      {
        kind: 'own',
        name: ['details', 'foundBy'],
        label: t('risk:field.foundBy'),
        required: true,
        control: found,
      },
      {
        kind: 'prose',
        name: ['details', 'manifestation'],
        label: t('risk:field.manifestation'),
        required: true,
        wide: true,
        rows: [3, 10],
      },
      {
        kind: 'prose',
        name: ['details', 'cause'],
        label: t('risk:field.cause'),
        wide: true,
        rows: [2, 10],
      },
    ],
  };
}

/** Who is exposed and who answers for it. */
export function usePeopleSection(): FormSection {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const person = (key: 'directOwner' | 'departmentOwner' | 'leaderOwner'): FormField => ({
    kind: 'person',
    name: ['details', `${key}Id`],
    label: t(`risk:field.${key}`),
  });
  const written = (key: 'directOwner' | 'departmentOwner' | 'leaderOwner'): FormField => ({
    kind: 'text',
    name: ['details', `${key}Text`],
    label: t('riskEdit:written', { owner: t(`risk:field.${key}`) }),
    hint: t('riskEdit:writtenHint'),
  });
  return {
    legend: t('riskEdit:part.people'),
    fields: [
      {
        kind: 'post',
        several: true,
        name: ['details', 'exposedPostIds'],
        label: t('risk:field.exposedPosts'),
      },
      {
        kind: 'person',
        several: true,
        name: ['details', 'exposedPersonIds'],
        label: t('risk:field.exposedPersons'),
      },
      person('directOwner'),
      person('departmentOwner'),
      person('leaderOwner'),
      written('directOwner'),
      written('departmentOwner'),
      written('leaderOwner'),
    ],
  };
}

const scale = [1, 2, 3, 4, 5] as const;

/** What the proposed grade follows from. The grade itself is the server's answer. */
export function useAssessmentSection(): FormSection {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const consequence = useEnum('ConsequenceKind');
  const choice = (
    key: 'likelihood' | 'severity' | 'consequence',
    options: { value: string | number; label: string }[],
  ): FormField => ({
    kind: 'own',
    name: ['assessment', key],
    label: t(`risk:field.${key}`),
    required: true,
    control: <Radio.Group vertical aria-label={t(`risk:field.${key}`)} options={options} />,
  });
  const scaled = (key: 'likelihood' | 'severity') =>
    choice(
      key,
      scale.map((value) => ({ value, label: `${value} ${t(`riskEdit:${key}.n${value}`)}` })),
    );
  const check = (key: 'unlimitedPower' | 'pastBreach'): FormField => ({
    kind: 'check',
    name: ['assessment', key],
    label: t(`risk:field.${key}`),
  });
  return {
    legend: t('riskEdit:part.assessment'),
    hint: t('riskEdit:assessmentHint'),
    fields: [
      scaled('likelihood'),
      scaled('severity'),
      choice('consequence', consequence.options as { value: string; label: string }[]),
      check('unlimitedPower'),
      check('pastBreach'),
      { kind: 'prose', name: 'reason', label: t('riskEdit:reason'), wide: true },
    ],
  };
}
