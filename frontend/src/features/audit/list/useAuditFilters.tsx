import { useMemo } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { actionGroups, type ActionGroup, type AuditState } from '../state';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { dayFilter, unitFilter } from '@/ui/list/choiceFilters';
import type { ControlProps, FilterOf } from '@/ui/list/filter';

/** The conditions of the log that have a control; who and what are picked from the rows. */
export function useAuditFilters(): FilterOf<AuditState>[] {
  const { t } = useTranslation('audit');
  return [
    {
      name: 'action',
      label: t('field.action'),
      control: (props) => <ActionSelect {...props} />,
    },
    unitFilter('unit', t('field.unit')),
    dayFilter('from', t('filter.from'), { before: 'to' }),
    dayFilter('to', t('filter.to'), { after: 'from' }),
  ];
}

type AuditAction = Enum<'AuditAction'>;

/** Actions, grouped by what they are done to. */
function ActionSelect({ id, value, set, all }: ControlProps<AuditAction[]>) {
  const { t } = useTranslation('audit');
  const action = useEnum('AuditAction');
  const options = useMemo(
    () =>
      (Object.keys(actionGroups) as ActionGroup[]).map((group) => ({
        label: t(`group.${group}`),
        title: t(`group.${group}`),
        options: actionGroups[group].map((one) => ({
          value: one as string,
          label: action.label(one),
        })),
      })),
    [t, action],
  );
  return (
    <Select<AuditAction[]>
      id={id}
      mode="multiple"
      value={value}
      onChange={set}
      options={options}
      placeholder={all}
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      popupMatchSelectWidth={false}
      className="filter-unit"
    />
  );
}
