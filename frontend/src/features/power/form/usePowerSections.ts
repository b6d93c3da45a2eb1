import { useTranslation } from 'react-i18next';
import type { FormField, FormSection } from '@/ui/edit/sections';

/** The parts of form 1 that a power has, before and after its legal bases. */
export function usePowerSections({ unitFixed = false } = {}) {
  const { t } = useTranslation(['power', 'powerEdit']);
  const base: FormSection = {
    legend: t('powerEdit:base'),
    fields: [
      { kind: 'unit', name: 'unitId', label: t('field.unit'), required: true, fixed: unitFixed },
      {
        kind: 'text',
        name: ['details', 'code'],
        label: t('field.code'),
        required: true,
        hint: t('powerEdit:codeHint'),
      },
      { kind: 'text', name: ['details', 'name'], label: t('field.name'), required: true },
      {
        kind: 'enum',
        name: ['details', 'type'],
        label: t('field.type'),
        values: 'PowerType',
        required: true,
      },
      {
        kind: 'number',
        name: ['details', 'timeLimitDays'],
        label: t('field.timeLimitDays'),
        suffix: t('powerEdit:days'),
      },
      {
        kind: 'text',
        name: ['details', 'frequency'],
        label: t('field.frequency'),
        placeholder: t('powerEdit:frequencyHint'),
      },
      {
        kind: 'enum',
        name: ['details', 'discretion'],
        label: t('field.discretion'),
        values: 'Discretion',
        required: true,
      },
      {
        kind: 'prose',
        name: ['details', 'discretionNote'],
        label: t('field.discretionNote'),
        wide: true,
      },
    ],
  };
  const posts: FormSection = {
    legend: t('powerEdit:posts'),
    fields: [
      {
        kind: 'post',
        several: true,
        name: ['details', 'exercisingPostIds'],
        label: t('field.exercisingPosts'),
        wide: true,
      },
      { kind: 'post', name: ['details', 'decisionPostId'], label: t('field.decisionPost') },
      { kind: 'post', name: ['details', 'executionPostId'], label: t('field.executionPost') },
      { kind: 'post', name: ['details', 'supervisionPostId'], label: t('field.supervisionPost') },
    ],
  };
  const disclosed = ['details', 'disclosure'];
  const disclosure: FormSection = {
    legend: t('powerEdit:disclosure'),
    fields: [
      { kind: 'text', name: [...disclosed, 'scope'], label: t('field.disclosureScope') },
      { kind: 'text', name: [...disclosed, 'form'], label: t('field.disclosureForm') },
      { kind: 'text', name: [...disclosed, 'reason'], label: t('field.disclosureReason') },
    ],
  };
  const duty = (key: 'responsibilities' | 'accountability'): FormField => ({
    kind: 'prose',
    name: ['details', key],
    label: t(`field.${key}`),
    wide: true,
  });
  const held: FormSection = {
    legend: t('powerEdit:held'),
    fields: [duty('responsibilities'), duty('accountability')],
  };
  return { before: [base], after: [posts, disclosure, held] };
}
