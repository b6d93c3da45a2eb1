import { useTranslation } from 'react-i18next';
import { gradeChoices, type CountState, type GradeChoice } from '../riskState';
import {
  choiceFilter,
  dayFilter,
  enumFilter,
  unitFilter,
  yesNoFilter,
} from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';

/**
 * The conditions that supervision and the list of risk points share. Counts cannot be asked for the
 * ungraded alone; the list can.
 */
export function useCountFilters({ ungraded = false } = {}): FilterOf<CountState>[] {
  const { t } = useTranslation(['risk', 'common']);
  const grades = gradeChoices
    .filter((grade) => ungraded || grade !== 'NONE')
    .map((grade) => ({
      value: grade,
      label: grade === 'NONE' ? t('common:grade.none') : `${grade} ${t(`common:grade.${grade}`)}`,
    }));
  return [
    unitFilter('unit', t('risk:field.unit')),
    choiceFilter<'grade', GradeChoice>('grade', t('risk:field.grade'), grades),
    enumFilter('type', t('risk:field.riskTypes'), 'RiskType'),
    enumFilter('power', t('risk:field.powerType'), 'PowerType'),
    enumFilter('status', t('risk:field.status'), 'RiskStatus', t('risk:filter.inForce')),
    yesNoFilter('controlled', t('risk:field.controlled'), {
      yes: t('risk:controlled.yes'),
      no: t('risk:controlled.no'),
    }),
    dayFilter('from', t('risk:filter.from'), { before: 'to' }),
    dayFilter('to', t('risk:filter.to'), { after: 'from' }),
  ];
}
