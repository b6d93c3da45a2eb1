import { useTranslation } from 'react-i18next';
import type { RiskState } from '../riskState';
import { useCountFilters } from './useCountFilters';
import { enumFilter } from '@/ui/list/choiceFilters';
import type { FilterOf } from '@/ui/list/filter';
import { checkFilter, textFilter } from '@/ui/list/textFilters';
import { personFilter, postFilter, rare } from '@/ui/list/peopleFilters';

/** The conditions of the list of risk points. */
export function useRiskFilters(): FilterOf<RiskState>[] {
  const { t } = useTranslation(['risk', 'list']);
  const counted = useCountFilters({ ungraded: true });
  return [
    textFilter('q', t('list:text'), t('risk:filter.textHint')),
    ...counted,
    rare(enumFilter('consequence', t('risk:field.consequence'), 'ConsequenceKind')),
    rare(postFilter('post', t('risk:field.post'), 'unit')),
    rare(personFilter('person', t('risk:field.person'))),
    rare(personFilter('leader', t('risk:field.leaderOwner'))),
    rare(checkFilter('only', t('list:only'))),
    rare(checkFilter('concur', t('risk:filter.concur'))),
    rare(checkFilter('outdated', t('risk:filter.outdated'))),
    rare(checkFilter('opening', t('risk:filter.opening'))),
    rare(checkFilter('unassessed', t('risk:filter.unassessed'))),
    rare(checkFilter('opened', t('risk:filter.opened'))),
  ];
}
