import { useTranslation } from 'react-i18next';
import type { PowerState } from './state';
import { enumFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';
import { checkFilter, textFilter } from '@/ui/list/textFilters';

/** The conditions of the list of powers. */
export function usePowerFilters(): FilterOf<PowerState>[] {
  const { t } = useTranslation(['power', 'list']);
  return [
    textFilter('q', t('list:text'), t('power:filter.textHint')),
    unitFilter('unit', t('power:field.unit')),
    enumFilter('type', t('power:field.type'), 'PowerType'),
    enumFilter('discretion', t('power:field.discretion'), 'Discretion'),
    checkFilter('only', t('list:only')),
    checkFilter('retired', t('power:filter.retired')),
  ];
}
