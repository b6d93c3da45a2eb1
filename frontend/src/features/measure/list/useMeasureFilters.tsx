import { useTranslation } from 'react-i18next';
import { RiskSelect } from '../RiskSelect';
import type { MeasureState } from './state';
import { dayFilter, enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';
import { checkFilter, textFilter } from '@/ui/list/textFilters';
import { personFilter } from '@/ui/list/peopleFilters';

/** The conditions of the list of measures. */
export function useMeasureFilters(): FilterOf<MeasureState>[] {
  const { t } = useTranslation(['measure', 'list']);
  return [
    textFilter('q', t('list:text'), t('measure:filter.textHint')),
    unitFilter('unit', t('measure:field.unit')),
    enumFilter('status', t('measure:field.status'), 'MeasureStatus'),
    enumFilter('kind', t('measure:field.kind'), 'MeasureKind'),
    enumFilter('mechanism', t('measure:field.mechanism'), 'Mechanism'),
    personFilter('owner', t('measure:field.owner')),
    {
      name: 'risk',
      label: t('measure:field.risk'),
      control: ({ id, value, set }) => (
        <RiskSelect id={id} value={value} onChange={set} className="filter-unit" />
      ),
    },
    dayFilter('due', t('measure:filter.due')),
    checkFilter('only', t('list:only')),
  ];
}
